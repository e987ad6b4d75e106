import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Logging","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/asl/interfaces/Logging.md","filePath":"api/@orkestra/asl/interfaces/Logging.md"}');
const _sfc_main = { name: "api/@orkestra/asl/interfaces/Logging.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">API reference</a> / <a href="./../">@orkestra/asl</a> / Logging</p><h1 id="interface-logging" tabindex="-1">Interface: Logging <a class="header-anchor" href="#interface-logging" aria-label="Permalink to &quot;Interface: Logging&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-includeexecutiondata"></a> <code>includeExecutionData?</code></td><td><code>readonly</code></td><td><code>boolean</code></td><td>Whether logs hold inputs and outputs. Default <code>false</code>: these may be secret.</td></tr><tr><td><a id="property-level"></a> <code>level?</code></td><td><code>readonly</code></td><td><code>&quot;ALL&quot;</code> | <code>&quot;ERROR&quot;</code> | <code>&quot;FATAL&quot;</code></td><td>Default <code>&quot;ALL&quot;</code>: an EXPRESS execution leaves no other trace, and without the data of executions events are small.</td></tr><tr><td><a id="property-retentiondays"></a> <code>retentionDays?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>Default 30. One of the numbers that CloudWatch takes: 1, 3, 5, 7, 14, 30, 60, 90, …</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/asl/interfaces/Logging.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Logging = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Logging as default
};
