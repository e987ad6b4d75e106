variable "name" {
  description = "The name of the state machine"
  type        = string
  default     = "map-job"
}

variable "function_arns" {
  description = "The ARN of each function that is there already, by its key in the definition"
  type = object({
    divideBy             = string
    filterDivisionErrors = string
    onesAndZeros         = string
    sumUp                = string
    times3               = string
  })
}

variable "tags" {
  description = "Of everything that the module makes"
  type        = map(string)
  default     = {}
}

variable "permissions_boundary" {
  description = "The ARN of a policy that bounds every role. Default: none"
  type        = string
  default     = null
}

variable "log_retention_in_days" {
  description = "How long logs are kept"
  type        = number
  default     = 30
}
