import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: ProcessorConfig","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/asl/interfaces/ProcessorConfig.md","filePath":"api/@orkestra/asl/interfaces/ProcessorConfig.md"}');
const _sfc_main = { name: "api/@orkestra/asl/interfaces/ProcessorConfig.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">API reference</a> / <a href="./../">@orkestra/asl</a> / ProcessorConfig</p><h1 id="interface-processorconfig" tabindex="-1">Interface: ProcessorConfig <a class="header-anchor" href="#interface-processorconfig" aria-label="Permalink to &quot;Interface: ProcessorConfig&quot;">​</a></h1><p>How a Map runs its items.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th></tr></thead><tbody><tr><td><a id="property-executiontype"></a> <code>ExecutionType?</code></td><td><code>&quot;STANDARD&quot;</code> | <code>&quot;EXPRESS&quot;</code></td></tr><tr><td><a id="property-mode"></a> <code>Mode?</code></td><td><code>&quot;INLINE&quot;</code> | <code>&quot;DISTRIBUTED&quot;</code></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/asl/interfaces/ProcessorConfig.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ProcessorConfig = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ProcessorConfig as default
};
