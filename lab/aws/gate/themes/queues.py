"""SNS: subscriptions have no ARN that permissions are given on.

"Actions, resources, and condition keys for Amazon SNS" (Service Authorization Reference): Unsubscribe and the
attributes of a subscription are about no resource; Subscribe is about the topic. Queues are the classifier's
own work: SQS names a queue by URL, and its policy is found by `resource_policies`.
"""

from ..call import Call


def topic(call: Call) -> str:
    """The tagged topic, none for a subscription; '' leaves it to the classifier."""
    return "*" if call.parameter("SubscriptionArn") else call.parameter("ResourceArn")
