locals {
  topic = "${var.name}-alarms"
  mib   = 1024 * 1024
  gib   = 1024 * 1024 * 1024

  # Dimensions of what is watched; null is not.
  watched = {
    load_balancer = var.load_balancer == null ? null : { LoadBalancer = var.load_balancer.arn_suffix }
    targets       = var.load_balancer == null ? null : { LoadBalancer = var.load_balancer.arn_suffix, TargetGroup = var.load_balancer.target_group_arn_suffix }
    service       = var.service == null ? null : { ClusterName = var.service.cluster_name, ServiceName = var.service.service_name }
    postgres      = var.postgres_identifier == null ? null : { DBInstanceIdentifier = var.postgres_identifier }
    documentdb    = var.documentdb_identifier == null ? null : { DBClusterIdentifier = var.documentdb_identifier }
  }

  alarms = { for name, alarm in local.table : name => alarm if var.alarms_enabled && local.watched[alarm.of] != null }

  # `of_them` minutes out of `minutes` must be beyond the threshold. A count that is missing is a count of none; a database
  # that reports no CPU is down, and its other alarms leave that to this one.
  table = {
    load-balancer-errors = {
      of         = "load_balancer"
      namespace  = "AWS/ApplicationELB"
      metric     = "HTTPCode_ELB_5XX_Count"
      statistic  = "Sum"
      comparison = "GreaterThanThreshold"
      threshold  = var.thresholds.load_balancer_errors
      minutes    = 5
      of_them    = 3
      missing    = "notBreaching"
      means      = "The load balancer itself answers 5xx: 502 and 504 are tasks that hang up or hang, 503 is no healthy task at all."
      next       = "count the codes in the access logs, then see the alarms of hosts and tasks. When it began with a deployment, roll back (runbook: rollback)."
    }
    target-errors = {
      of         = "targets"
      namespace  = "AWS/ApplicationELB"
      metric     = "HTTPCode_Target_5XX_Count"
      statistic  = "Sum"
      comparison = "GreaterThanThreshold"
      threshold  = var.thresholds.target_errors
      minutes    = 5
      of_them    = 3
      missing    = "notBreaching"
      means      = "The application answers 5xx."
      next       = "read the API's log group for tracebacks. Failed logins to a database after a rotation mean a stale secret (runbook: rotate secrets); when it began with a deployment, roll back (runbook: rollback)."
    }
    unhealthy-hosts = {
      of         = "targets"
      namespace  = "AWS/ApplicationELB"
      metric     = "UnHealthyHostCount"
      statistic  = "Maximum"
      comparison = "GreaterThanThreshold"
      threshold  = 0
      minutes    = 5
      of_them    = 5
      missing    = "notBreaching"
      means      = "A task has failed its health check for five minutes."
      next       = "see the target's reason in the target group and the task's log. ECS replaces it; when its successors fail as well, roll back (runbook: rollback)."
    }
    latency = {
      of         = "targets"
      namespace  = "AWS/ApplicationELB"
      metric     = "TargetResponseTime"
      statistic  = "p95"
      comparison = "GreaterThanThreshold"
      threshold  = var.thresholds.latency_seconds
      minutes    = 10
      of_them    = 8
      missing    = "notBreaching"
      means      = "One request in twenty is slower than it should be."
      next       = "compare the CPU alarms of service and databases, then the slow statements in the PostgreSQL log and DocumentDB's profiler log."
    }
    service-cpu = {
      of         = "service"
      namespace  = "AWS/ECS"
      metric     = "CPUUtilization"
      statistic  = "Average"
      comparison = "GreaterThanThreshold"
      threshold  = var.thresholds.service_percent
      minutes    = 15
      of_them    = 15
      missing    = "notBreaching"
      means      = "The tasks have been short of CPU for a quarter of an hour."
      next       = "run more tasks (runbook: roll out the API, with a higher desired count), then give them more cpu in the tenant's file."
    }
    service-memory = {
      of         = "service"
      namespace  = "AWS/ECS"
      metric     = "MemoryUtilization"
      statistic  = "Average"
      comparison = "GreaterThanThreshold"
      threshold  = var.thresholds.service_percent
      minutes    = 15
      of_them    = 15
      missing    = "notBreaching"
      means      = "The tasks are close to their memory's end, where they are killed with exit code 137."
      next       = "look for growth since the last deployment. A leak: roll back (runbook: rollback); load: more memory in the tenant's file."
    }
    postgres-cpu = {
      of         = "postgres"
      namespace  = "AWS/RDS"
      metric     = "CPUUtilization"
      statistic  = "Average"
      comparison = "GreaterThanThreshold"
      threshold  = var.thresholds.database_percent
      minutes    = 15
      of_them    = 15
      missing    = "breaching"
      means      = "PostgreSQL is short of CPU, or has reported nothing for a quarter of an hour and is down."
      next       = "see its status and events in RDS. Down for good: restore it (runbook: restore PostgreSQL); busy: Performance Insights names the statements."
    }
    postgres-storage = {
      of         = "postgres"
      namespace  = "AWS/RDS"
      metric     = "FreeStorageSpace"
      statistic  = "Minimum"
      comparison = "LessThanThreshold"
      threshold  = var.thresholds.postgres_free_storage_gib * local.gib
      minutes    = 15
      of_them    = 15
      missing    = "missing"
      means      = "PostgreSQL's storage is nearly full and has not grown by itself: its limit is reached, or it grew within the last six hours. When full, it stops."
      next       = "raise max_allocated_storage in the tenant's file and apply; look for replication slots and tables that nobody vacuums."
    }
    postgres-connections = {
      of         = "postgres"
      namespace  = "AWS/RDS"
      metric     = "DatabaseConnections"
      statistic  = "Maximum"
      comparison = "GreaterThanThreshold"
      threshold  = var.thresholds.postgres_connections
      minutes    = 5
      of_them    = 5
      missing    = "missing"
      means      = "PostgreSQL has more connections than expected; beyond its maximum new ones are refused."
      next       = "select from pg_stat_activity who holds them. More tasks than before: shorten CONN_MAX_AGE; idle ones: look for a leak, roll back (runbook: rollback)."
    }
    documentdb-cpu = {
      of         = "documentdb"
      namespace  = "AWS/DocDB"
      metric     = "CPUUtilization"
      statistic  = "Maximum"
      comparison = "GreaterThanThreshold"
      threshold  = var.thresholds.database_percent
      minutes    = 15
      of_them    = 15
      missing    = "breaching"
      means      = "An instance of DocumentDB is short of CPU, or the cluster has reported nothing for a quarter of an hour and is down."
      next       = "see status and events in DocumentDB. Down for good: restore to a point in time (runbook: restore DocumentDB); busy: the profiler's log names the operations."
    }
    documentdb-memory = {
      of         = "documentdb"
      namespace  = "AWS/DocDB"
      metric     = "FreeableMemory"
      statistic  = "Minimum"
      comparison = "LessThanThreshold"
      threshold  = var.thresholds.documentdb_free_memory_mib * local.mib
      minutes    = 15
      of_them    = 15
      missing    = "missing"
      means      = "An instance of DocumentDB is short of memory: it begins to throttle, then restarts."
      next       = "look for open cursors and unindexed queries in the profiler's log, then take a larger instance class in the tenant's file."
    }
    documentdb-volume = {
      of         = "documentdb"
      namespace  = "AWS/DocDB"
      metric     = "VolumeBytesUsed"
      statistic  = "Maximum"
      comparison = "GreaterThanThreshold"
      threshold  = var.thresholds.documentdb_volume_gib * local.gib
      minutes    = 60
      of_them    = 1
      missing    = "missing"
      means      = "DocumentDB's volume is larger than expected. It grows to 128 TiB by itself, and is paid for by size and by I/O."
      next       = "see which collection grew. Expected: raise the threshold; not: delete, or let documents expire by a TTL index."
    }
  }
}
