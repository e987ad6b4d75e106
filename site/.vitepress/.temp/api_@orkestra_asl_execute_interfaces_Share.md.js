import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Share<A>","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/asl/execute/interfaces/Share.md","filePath":"api/@orkestra/asl/execute/interfaces/Share.md"}');
const _sfc_main = { name: "api/@orkestra/asl/execute/interfaces/Share.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../../">API reference</a> / <a href="./../">@orkestra/asl/execute</a> / Share</p><h1 id="interface-share-a" tabindex="-1">Interface: Share&lt;A&gt; <a class="header-anchor" href="#interface-share-a" aria-label="Permalink to &quot;Interface: Share\\&lt;A\\&gt;&quot;">​</a></h1><p>A part of what there is.</p><h2 id="type-parameters" tabindex="-1">Type Parameters <a class="header-anchor" href="#type-parameters" aria-label="Permalink to &quot;Type Parameters&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Type Parameter</th></tr></thead><tbody><tr><td><a id="type-parameter-a"></a> <code>A</code></td></tr></tbody></table><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th></tr></thead><tbody><tr><td><a id="property-covered"></a> <code>covered</code></td><td><code>readonly</code></td><td>readonly <code>A</code>[]</td></tr><tr><td><a id="property-missing"></a> <code>missing</code></td><td><code>readonly</code></td><td>readonly <code>A</code>[]</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/asl/execute/interfaces/Share.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Share = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Share as default
};
