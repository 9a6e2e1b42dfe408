mock_provider "aws" {
  mock_data "aws_ssm_parameters_by_path" {
    defaults = {
      names = [
        "/caliber/saasshared/stg/shared/api-lb-dns",
        "/caliber/saasshared/stg/shared/api-lb-zone",
        "/caliber/saasshared/stg/shared/docdb-uri",
        "/caliber/saasshared/stg/shared/platform",
        "/caliber/saasshared/stg/shared/rds-endpoint",
      ]
      values = [
        "saasshared-stg-saas-api-1.us-east-1.elb.amazonaws.com",
        "Z35SXDOTRQ7X7K",
        "mongodb://shared.docdb.amazonaws.com:27017/?tls=true",
        "{\"cluster_name\":\"saasshared-stg-saas\",\"documentdb_master_secret_arn\":\"arn:aws:secretsmanager:us-east-1:111122223333:secret:rds!cluster-1\",\"is_protected\":true}",
        "shared.rds.amazonaws.com:5432",
      ]
    }
  }

  mock_data "aws_lb_hosted_zone_id" {
    defaults = { id = "Z35SXDOTRQ7X7K" }
  }
}

mock_provider "aws" {
  alias = "us_east_1"
}

variables {
  client             = "Customer1"
  plan               = "SaaS"
  env                = "stg"
  subdomain          = "customer1-stg"
  region             = "us-east-1"
  account_id         = "111122223333"
  hosted_zone_id     = "Z0123456789ABCDEFGHIJ"
  availability_zones = ["us-east-1a", "us-east-1b"]
}

run "a_tenant_has_hosts_frontend_and_secrets_of_its_own_and_shares_the_rest" {
  command = plan

  assert {
    condition = (
      length(module.network) + length(module.documentdb) + length(module.postgres) + length(module.alb) +
      length(module.compute) + length(module.observability) == 0
    )
    error_message = "Network, databases, load balancer and cluster are SaaSShared's."
  }

  assert {
    condition     = output.frontend_bucket == "customer1-stg-saas-frontend-111122223333" && output.frontend_url == "https://www.customer1-stg.hicaliber.net"
    error_message = "The frontend is the tenant's own, under its own name."
  }

  assert {
    condition     = local.tags.Client == "Customer1" && local.tags.Plan == "SaaS"
    error_message = "What is the tenant's is tagged with the tenant's own name, so that its cost is."
  }

  assert {
    condition     = output.api_lb_dns == "saasshared-stg-saas-api-1.us-east-1.elb.amazonaws.com" && output.api_lb_zone_id == "Z35SXDOTRQ7X7K" && module.dns.api_certificate_arn == null
    error_message = "The API's record points to the shared load balancer, whose certificate covers it."
  }

  assert {
    condition = (
      output.documentdb_uri == "mongodb://shared.docdb.amazonaws.com:27017/?tls=true" && output.postgresql_endpoint == "shared.rds.amazonaws.com:5432" &&
      output.documentdb_master_secret_arn == "arn:aws:secretsmanager:us-east-1:111122223333:secret:rds!cluster-1" && output.cluster_name == "saasshared-stg-saas"
    )
    error_message = "Steps find the shared databases and service under the names that they have for a Dedicated client."
  }

  assert {
    condition     = one(aws_ssm_parameter.tenant[*].name) == "/caliber/saasshared/stg/tenants/customer1"
    error_message = "SaaSShared learns of its tenants from parameters."
  }
}

run "what_is_shared_can_be_given" {
  command = plan

  variables {
    saas_docdb_uri        = "mongodb://other.docdb.amazonaws.com:27017/?tls=true"
    saas_docdb_secret_arn = "arn:aws:secretsmanager:us-east-1:111122223333:secret:other"
    saas_rds_endpoint     = "other.rds.amazonaws.com:5432"
    saas_api_lb_dns       = "saas-api-stg.hicaliber.net"
    saas_api_lb_zone      = "Z0123456789ABCDEFGHIJ"
  }

  assert {
    condition = (
      output.documentdb_uri == var.saas_docdb_uri && output.documentdb_master_secret_arn == var.saas_docdb_secret_arn &&
      output.postgresql_endpoint == var.saas_rds_endpoint && output.api_lb_dns == var.saas_api_lb_dns && output.api_lb_zone_id == var.saas_api_lb_zone
    )
    error_message = "What is given wins; SaaSShared's host with the domain's zone is a pair, too."
  }
}

run "a_tenant_without_saasshared_is_refused" {
  command         = plan
  expect_failures = [terraform_data.saas_values]

  override_data {
    target = data.aws_ssm_parameters_by_path.shared[0]
    values = { names = [], values = [] }
  }
}

run "a_load_balancers_name_in_the_domains_zone_is_refused" {
  command         = plan
  expect_failures = [terraform_data.saas_pair]

  variables {
    saas_api_lb_dns  = "saasshared-stg-saas-api-1.us-east-1.elb.amazonaws.com"
    saas_api_lb_zone = "Z0123456789ABCDEFGHIJ"
  }
}

run "saasshareds_host_in_the_load_balancers_zone_is_refused" {
  command         = plan
  expect_failures = [terraform_data.saas_pair]

  variables {
    saas_api_lb_dns  = "saas-api-stg.hicaliber.net"
    saas_api_lb_zone = "Z35SXDOTRQ7X7K"
  }
}

run "half_a_pair_is_refused" {
  command         = plan
  expect_failures = [terraform_data.saas_pair]

  variables {
    saas_api_lb_dns = "saasshared-stg-saas-api-1.us-east-1.elb.amazonaws.com"
  }
}

run "a_tenant_of_an_unprotected_saasshared_is_refused" {
  command         = plan
  expect_failures = [terraform_data.shared_in_use]

  override_data {
    target = data.aws_ssm_parameters_by_path.shared[0]
    values = {
      names = [
        "/caliber/saasshared/stg/shared/api-lb-dns",
        "/caliber/saasshared/stg/shared/api-lb-zone",
        "/caliber/saasshared/stg/shared/docdb-uri",
        "/caliber/saasshared/stg/shared/platform",
        "/caliber/saasshared/stg/shared/rds-endpoint",
      ]
      values = [
        "saasshared-stg-saas-api-1.us-east-1.elb.amazonaws.com", "Z35SXDOTRQ7X7K", "mongodb://shared.docdb.amazonaws.com:27017/",
        "{\"is_protected\":false}", "shared.rds.amazonaws.com:5432",
      ]
    }
  }
}

run "a_tenant_with_a_network_and_an_image_is_refused" {
  command         = plan
  expect_failures = [terraform_data.vpc_cidr, terraform_data.image]

  variables {
    vpc_cidr = "10.20.0.0/16"
    image    = "ghcr.io/acme/api:1.4.2"
  }
}

run "a_tenant_with_an_image_is_refused" {
  command         = plan
  expect_failures = [terraform_data.image]

  variables {
    image = "ghcr.io/acme/api:1.4.2"
  }
}

run "the_shared_host_is_refused_as_a_tenants" {
  command         = plan
  expect_failures = [terraform_data.subdomain_reserved]

  variables {
    subdomain = "saas-api-stg"
  }
}

run "credentials_and_what_is_no_endpoint_are_refused" {
  command         = plan
  expect_failures = [var.saas_docdb_uri, var.saas_docdb_secret_arn, var.saas_rds_endpoint]

  variables {
    saas_docdb_uri        = "mongodb://caliber_admin:secret@shared.docdb.amazonaws.com:27017/"
    saas_docdb_secret_arn = "caliber/saasshared/stg/docdb-uri"
    saas_rds_endpoint     = "postgres://caliber_admin:secret@shared.rds.amazonaws.com:5432"
  }
}
