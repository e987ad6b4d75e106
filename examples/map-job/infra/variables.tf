variable "name" {
  description = "The name of the state machine"
  type        = string
  default     = "map-job"
}

variable "function_arns" {
  description = "The ARN of each function, by its key in the definition"
  type = object({
    divideBy             = string
    filterDivisionErrors = string
    onesAndZeros         = string
    sumUp                = string
    times3               = string
  })
}
