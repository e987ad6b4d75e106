import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Diagram","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/core/interfaces/Diagram.md","filePath":"api/@orkestra/core/interfaces/Diagram.md"}');
const _sfc_main = { name: "api/@orkestra/core/interfaces/Diagram.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">API reference</a> / <a href="./../">@orkestra/core</a> / Diagram</p><h1 id="interface-diagram" tabindex="-1">Interface: Diagram <a class="header-anchor" href="#interface-diagram" aria-label="Permalink to &quot;Interface: Diagram&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th></tr></thead><tbody><tr><td><a id="property-arrows"></a> <code>arrows</code></td><td><code>readonly</code></td><td>readonly <a href="./Arrow.html"><code>Arrow</code></a>[]</td></tr><tr><td><a id="property-shapes"></a> <code>shapes</code></td><td><code>readonly</code></td><td>readonly <a href="./../type-aliases/Shape.html"><code>Shape</code></a>[]</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/core/interfaces/Diagram.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Diagram = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Diagram as default
};
