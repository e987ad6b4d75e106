import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"@orkestra/cdk-adapter","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/cdk-adapter/index.md","filePath":"api/@orkestra/cdk-adapter/index.md"}');
const _sfc_main = { name: "api/@orkestra/cdk-adapter/index.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../">API reference</a> / @orkestra/cdk-adapter</p><h1 id="orkestra-cdk-adapter" tabindex="-1">@orkestra/cdk-adapter <a class="header-anchor" href="#orkestra-cdk-adapter" aria-label="Permalink to &quot;@orkestra/cdk-adapter&quot;">​</a></h1><p>AWS CDK constructs made from typed workflows.</p><h2 id="interfaces" tabindex="-1">Interfaces <a class="header-anchor" href="#interfaces" aria-label="Permalink to &quot;Interfaces&quot;">​</a></h2><ul><li><a href="./interfaces/AlarmOptions.html">AlarmOptions</a></li><li><a href="./interfaces/DefinitionOptions.html">DefinitionOptions</a></li><li><a href="./interfaces/FunctionOptions.html">FunctionOptions</a></li><li><a href="./interfaces/FunctionProps.html">FunctionProps</a></li><li><a href="./interfaces/LambdaOverrides.html">LambdaOverrides</a></li><li><a href="./interfaces/Release.html">Release</a></li><li><a href="./interfaces/Released.html">Released</a></li><li><a href="./interfaces/ScheduleWorkflow.html">ScheduleWorkflow</a></li><li><a href="./interfaces/Self.html">Self</a></li><li><a href="./interfaces/TaskOverrides.html">TaskOverrides</a></li><li><a href="./interfaces/WorkflowProps.html">WorkflowProps</a></li></ul><h2 id="type-aliases" tabindex="-1">Type Aliases <a class="header-anchor" href="#type-aliases" aria-label="Permalink to &quot;Type Aliases&quot;">​</a></h2><ul><li><a href="./type-aliases/BuildStates.html">BuildStates</a></li><li><a href="./type-aliases/FunctionTask.html">FunctionTask</a></li><li><a href="./type-aliases/LambdaTask.html">LambdaTask</a></li><li><a href="./type-aliases/MachineScheduleProps.html">MachineScheduleProps</a></li><li><a href="./type-aliases/MakeFunction.html">MakeFunction</a></li><li><a href="./type-aliases/Permission.html">Permission</a></li><li><a href="./type-aliases/Shift.html">Shift</a></li><li><a href="./type-aliases/When.html">When</a></li><li><a href="./type-aliases/Workflow.html">Workflow</a></li><li><a href="./type-aliases/WorkflowScheduleProps.html">WorkflowScheduleProps</a></li></ul><h2 id="variables" tabindex="-1">Variables <a class="header-anchor" href="#variables" aria-label="Permalink to &quot;Variables&quot;">​</a></h2><ul><li><a href="./variables/schedule.html">schedule</a></li></ul><h2 id="functions" tabindex="-1">Functions <a class="header-anchor" href="#functions" aria-label="Permalink to &quot;Functions&quot;">​</a></h2><ul><li><a href="./functions/alarms.html">alarms</a></li><li><a href="./functions/awsLambda.html">awsLambda</a></li><li><a href="./functions/definition.html">definition</a></li><li><a href="./functions/fromChainable.html">fromChainable</a></li><li><a href="./functions/stateMachine.html">stateMachine</a></li><li><a href="./functions/task.html">task</a></li></ul></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/cdk-adapter/index.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const index = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  index as default
};
