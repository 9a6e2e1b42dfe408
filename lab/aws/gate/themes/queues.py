"""SNS: subscriptions are judged on their topic.

"Actions, resources, and condition keys for Amazon SNS" (Service Authorization Reference). Queues are the classifier's
own work: SQS names a queue by URL, and its policy is found by `resource_policies`.
"""

from ..call import Call


def topic(call: Call) -> str:
    """The topic of a subscription's ARN, and of the tags' `ResourceArn`; '' leaves it to the classifier."""
    subscription = call.parameter("SubscriptionArn")
    return subscription.rpartition(":")[0] if subscription else call.parameter("ResourceArn")
