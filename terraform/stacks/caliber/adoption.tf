# A restore makes a database of another name; these take it over in the plan that gives its name, and do nothing afterwards.

import {
  for_each = var.restored_cluster_identifier == null ? [] : [var.restored_cluster_identifier]
  to       = module.documentdb[0].aws_docdb_cluster.this
  id       = each.value
}

import {
  for_each = var.restored_postgres_identifier == null ? [] : [var.restored_postgres_identifier]
  to       = module.postgres[0].aws_db_instance.this
  id       = each.value
}
