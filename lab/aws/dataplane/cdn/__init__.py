"""CloudFront in front of buckets: two listeners for every distribution, told apart by host.

distributions   which one serves a host; behaviours, policies, origins as they are configured
viewer          from a request to an answer: protocol, method, function, cache, errors, headers
cache           what is kept, how long, and what an invalidation evicts
origin          objects, read as the distribution may read them
functions       viewer functions, run by Node
invalidations   in progress for a minute, then evicted
"""
