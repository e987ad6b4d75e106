import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: HandlerOptions<K>","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/core/interfaces/HandlerOptions.md","filePath":"api/@orkestra/core/interfaces/HandlerOptions.md"}');
const _sfc_main = { name: "api/@orkestra/core/interfaces/HandlerOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">API reference</a> / <a href="./../">@orkestra/core</a> / HandlerOptions</p><h1 id="interface-handleroptions-k" tabindex="-1">Interface: HandlerOptions&lt;K&gt; <a class="header-anchor" href="#interface-handleroptions-k" aria-label="Permalink to &quot;Interface: HandlerOptions\\&lt;K\\&gt;&quot;">​</a></h1><p>How a handler is told of an error.</p><h2 id="type-parameters" tabindex="-1">Type Parameters <a class="header-anchor" href="#type-parameters" aria-label="Permalink to &quot;Type Parameters&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Type Parameter</th></tr></thead><tbody><tr><td><a id="type-parameter-k"></a> <code>K</code> <em>extends</em> <code>string</code></td></tr></tbody></table><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-keeping"></a> <code>keeping</code></td><td><code>readonly</code></td><td><code>K</code></td><td>The payload as the failing step got it, with the error under this key: not the error alone.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/core/interfaces/HandlerOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const HandlerOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  HandlerOptions as default
};
