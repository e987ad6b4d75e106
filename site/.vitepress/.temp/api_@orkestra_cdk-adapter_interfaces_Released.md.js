import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Released","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/cdk-adapter/interfaces/Released.md","filePath":"api/@orkestra/cdk-adapter/interfaces/Released.md"}');
const _sfc_main = { name: "api/@orkestra/cdk-adapter/interfaces/Released.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">API reference</a> / <a href="./../">@orkestra/cdk-adapter</a> / Released</p><h1 id="interface-released" tabindex="-1">Interface: Released <a class="header-anchor" href="#interface-released" aria-label="Permalink to &quot;Interface: Released&quot;">​</a></h1><p>A machine&#39;s version that is out, and its alias.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-alias"></a> <code>alias</code></td><td><code>readonly</code></td><td><code>IStateMachine</code></td><td>What is started instead of the machine: <code>grantStartExecution</code> and targets of rules and schedules take it.</td></tr><tr><td><a id="property-version"></a> <code>version</code></td><td><code>readonly</code></td><td><code>CfnStateMachineVersion</code></td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/cdk-adapter/interfaces/Released.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Released = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Released as default
};
