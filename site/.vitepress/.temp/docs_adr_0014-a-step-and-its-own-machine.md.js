import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"14. A step and its own machine","description":"","frontmatter":{},"headers":[],"relativePath":"docs/adr/0014-a-step-and-its-own-machine.md","filePath":"docs/adr/0014-a-step-and-its-own-machine.md"}');
const _sfc_main = { name: "docs/adr/0014-a-step-and-its-own-machine.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="_14-a-step-and-its-own-machine" tabindex="-1">14. A step and its own machine <a class="header-anchor" href="#_14-a-step-and-its-own-machine" aria-label="Permalink to &quot;14. A step and its own machine&quot;">​</a></h1><p><strong>Context.</strong> A step that starts, answers or reads the machine it stands in is common, and circular in every tool: the machine names the function, and the function&#39;s policy or environment names the machine. CDK&#39;s grants and <code>addEnvironment</code> make templates that it refuses itself.</p><p><strong>Decision.</strong> <code>allow(step, …)</code> and <code>tellArn(step)</code> are methods of what <code>stateMachine</code> gives. They take the step itself, so a typing mistake is a compile error, where an option with names would be one at synth; they also work after <code>schedule</code>, and for functions that came from elsewhere. A permission is a policy of its own on the function&#39;s role, which needs the machine while nothing needs it. An ARN in an environment must be known before the machine is there: the machine gets a name, made of its path and its stack&#39;s, and the ARN is written with it. Only then: a named machine cannot be replaced under its name.</p><p>The role of the machine itself is read from the definition (ADR 11). It may invoke exactly what the definition names. With a release it may invoke all versions of the same functions, for executions of the version before go on in the same role.</p><p><strong>Given up.</strong> An SSM parameter for the ARN, which needs no name: the function would have to read it at run time. Grants by CDK&#39;s <code>grantInvoke</code>, which allow all versions of a function always.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("docs/adr/0014-a-step-and-its-own-machine.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const _0014AStepAndItsOwnMachine = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  _0014AStepAndItsOwnMachine as default
};
