import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: FromDag<I, O>","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/core/interfaces/FromDag.md","filePath":"api/@orkestra/core/interfaces/FromDag.md"}');
const _sfc_main = { name: "api/@orkestra/core/interfaces/FromDag.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">API reference</a> / <a href="./../">@orkestra/core</a> / FromDag</p><h1 id="interface-fromdag-i-o" tabindex="-1">Interface: FromDag&lt;I, O&gt; <a class="header-anchor" href="#interface-fromdag-i-o" aria-label="Permalink to &quot;Interface: FromDag\\&lt;I, O\\&gt;&quot;">​</a></h1><p>A workflow made of dependencies.</p><h2 id="type-parameters" tabindex="-1">Type Parameters <a class="header-anchor" href="#type-parameters" aria-label="Permalink to &quot;Type Parameters&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Type Parameter</th></tr></thead><tbody><tr><td><a id="type-parameter-i"></a> <code>I</code></td></tr><tr><td><a id="type-parameter-o"></a> <code>O</code></td></tr></tbody></table><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-added"></a> <code>added</code></td><td><code>readonly</code></td><td>readonly (readonly [<code>string</code>, <code>string</code>])[]</td><td>The dependencies that nobody asked for and that the workflow has all the same; empty unless <code>approximate</code> was needed.</td></tr><tr><td><a id="property-graph"></a> <code>graph</code></td><td><code>readonly</code></td><td><a href="./Graph.html"><code>Graph</code></a>&lt;<code>I</code>, <code>O</code>&gt;</td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/core/interfaces/FromDag.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const FromDag = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  FromDag as default
};
