import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Bundling","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/asl/interfaces/Bundling.md","filePath":"api/@orkestra/asl/interfaces/Bundling.md"}');
const _sfc_main = { name: "api/@orkestra/asl/interfaces/Bundling.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">API reference</a> / <a href="./../">@orkestra/asl</a> / Bundling</p><h1 id="interface-bundling" tabindex="-1">Interface: Bundling <a class="header-anchor" href="#interface-bundling" aria-label="Permalink to &quot;Interface: Bundling&quot;">​</a></h1><p>Settings of esbuild, by the names of its API.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th></tr></thead><tbody><tr><td><a id="property-banner"></a> <code>banner</code></td><td><code>readonly</code></td><td><code>object</code></td></tr><tr><td><code>banner.js</code></td><td><code>readonly</code></td><td><code>string</code></td></tr><tr><td><a id="property-bundle"></a> <code>bundle</code></td><td><code>readonly</code></td><td><code>true</code></td></tr><tr><td><a id="property-external"></a> <code>external</code></td><td><code>readonly</code></td><td><code>string</code>[]</td></tr><tr><td><a id="property-format"></a> <code>format</code></td><td><code>readonly</code></td><td><code>&quot;esm&quot;</code></td></tr><tr><td><a id="property-mainfields"></a> <code>mainFields</code></td><td><code>readonly</code></td><td><code>string</code>[]</td></tr><tr><td><a id="property-platform"></a> <code>platform</code></td><td><code>readonly</code></td><td><code>&quot;node&quot;</code></td></tr><tr><td><a id="property-target"></a> <code>target</code></td><td><code>readonly</code></td><td><code>string</code></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/asl/interfaces/Bundling.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Bundling = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Bundling as default
};
