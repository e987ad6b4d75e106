import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: ItemSource<I, A>","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/core/interfaces/ItemSource.md","filePath":"api/@orkestra/core/interfaces/ItemSource.md"}');
const _sfc_main = { name: "api/@orkestra/core/interfaces/ItemSource.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">API reference</a> / <a href="./../">@orkestra/core</a> / ItemSource</p><h1 id="interface-itemsource-i-a" tabindex="-1">Interface: ItemSource&lt;I, A&gt; <a class="header-anchor" href="#interface-itemsource-i-a" aria-label="Permalink to &quot;Interface: ItemSource\\&lt;I, A\\&gt;&quot;">​</a></h1><p>Items that are read when the map starts: <code>I</code> is what the map gets, <code>A</code> what an item is. Made by <code>s3Objects</code>, <code>s3Csv</code> and the like.</p><h2 id="type-parameters" tabindex="-1">Type Parameters <a class="header-anchor" href="#type-parameters" aria-label="Permalink to &quot;Type Parameters&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Type Parameter</th></tr></thead><tbody><tr><td><a id="type-parameter-i"></a> <code>I</code></td></tr><tr><td><a id="type-parameter-a"></a> <code>A</code></td></tr></tbody></table><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-io"></a> <code>~io?</code></td><td><code>readonly</code></td><td>(<code>input</code>) =&gt; <code>A</code></td><td>Where the type parameters live. Absent at run time.</td></tr><tr><td><a id="property-reader"></a> <code>reader</code></td><td><code>readonly</code></td><td><a href="./ItemReader.html"><code>ItemReader</code></a></td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/core/interfaces/ItemSource.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ItemSource = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ItemSource as default
};
