# A client that was applied before there were modes keeps what it has: Terraform moves resources by itself when they get a count,
# modules it would destroy and make anew.

moved {
  from = module.network
  to   = module.network[0]
}

moved {
  from = module.documentdb
  to   = module.documentdb[0]
}

moved {
  from = module.postgres
  to   = module.postgres[0]
}

moved {
  from = module.alb
  to   = module.alb[0]
}

moved {
  from = module.compute
  to   = module.compute[0]
}

moved {
  from = module.observability
  to   = module.observability[0]
}
