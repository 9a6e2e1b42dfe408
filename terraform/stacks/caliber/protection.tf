# Goes before everything else when the stack is destroyed, and refuses to while protection is on. AWS by itself would refuse the
# databases and the load balancer only when service, alarms and DocumentDB's instances are gone already.
resource "terraform_data" "protection" {
  input = { on = local.size.deletion_protection }

  provisioner "local-exec" {
    when    = destroy
    quiet   = true
    command = self.output.on ? "echo 'Deletion protection is on: apply overrides = { deletion_protection = false } first.' && exit 1" : "exit 0"
  }

  depends_on = [
    module.alb, module.compute, module.dns, module.documentdb, module.frontend, module.network, module.observability,
    module.postgres, module.secrets, aws_ssm_parameter.shared,
  ]
}
