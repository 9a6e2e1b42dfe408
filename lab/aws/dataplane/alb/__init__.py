"""Application load balancers: what their target groups know of the targets, and listeners that route by it.

targets      registration, draining, health in AWS's words
rules        which rule of a listener a request meets
listeners    HTTP and TLS on loopback
forwarding   a request on its way to a target
"""
