# expected.json is what emit gives when it is told the ARNs itself.
run "filled_placeholders_give_what_emit_gives" {
  assert {
    condition     = length(output.machines) > 0
    error_message = "there is no definition"
  }
  assert {
    condition     = jsonencode(output.machines) == jsonencode(jsondecode(file("expected.json")))
    error_message = "templatefile and emit differ"
  }
  assert {
    condition     = !strcontains(jsonencode(output.machines), "$${")
    error_message = "a placeholder was left"
  }
}
