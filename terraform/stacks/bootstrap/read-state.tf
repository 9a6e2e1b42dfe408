# Who may do what with states. Stacks' states lie under the prefixes; the state of this stack lies beside them and is
# nobody's but the administrator's.
locals {
  states = [for prefix in var.state_prefixes : "${local.bucket_arn}/${prefix}/*.tfstate"]
  locks  = [for prefix in var.state_prefixes : "${local.bucket_arn}/${prefix}/*.tfstate.tflock"]

  # S3 asks for the key in the caller's name, and only for this bucket.
  use_state_key = {
    Sid      = "UseStateKey"
    Effect   = "Allow"
    Action   = ["kms:Decrypt", "kms:GenerateDataKey"]
    Resource = aws_kms_key.state.arn
    Condition = {
      StringEquals = { "kms:ViaService" = "s3.${var.region}.amazonaws.com" }
      StringLike   = { "kms:EncryptionContext:aws:s3:arn" = local.bucket_and_objects }
    }
  }

  read_state = [
    {
      # Terraform looks for workspaces under env:/ and for the state itself; without a listing a new state is a 403.
      Sid       = "FindStates"
      Effect    = "Allow"
      Action    = "s3:ListBucket"
      Resource  = local.bucket_arn
      Condition = { StringLike = { "s3:prefix" = concat(["env:/"], [for prefix in var.state_prefixes : "${prefix}/*"]) } }
    },
    {
      Sid      = "ReadStates"
      Effect   = "Allow"
      Action   = "s3:GetObject"
      Resource = local.states
    },
    {
      Sid      = "HoldLocks"
      Effect   = "Allow"
      Action   = ["s3:DeleteObject", "s3:GetObject", "s3:PutObject"]
      Resource = local.locks
    },
    local.use_state_key,
  ]

  # Written and never deleted.
  write_state = concat(local.read_state, [{
    Sid      = "WriteStates"
    Effect   = "Allow"
    Action   = "s3:PutObject"
    Resource = local.states
  }])
}
