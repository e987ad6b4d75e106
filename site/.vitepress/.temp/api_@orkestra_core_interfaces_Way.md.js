import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Way<I, O, R>","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/core/interfaces/Way.md","filePath":"api/@orkestra/core/interfaces/Way.md"}');
const _sfc_main = { name: "api/@orkestra/core/interfaces/Way.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">API reference</a> / <a href="./../">@orkestra/core</a> / Way</p><h1 id="interface-way-i-o-r" tabindex="-1">Interface: Way&lt;I, O, R&gt; <a class="header-anchor" href="#interface-way-i-o-r" aria-label="Permalink to &quot;Interface: Way\\&lt;I, O, R\\&gt;&quot;">​</a></h1><p>A way of a <code>choice</code>, made by <code>when</code>. <code>R</code> is what is left of the payload&#39;s type where the condition does not hold.</p><h2 id="type-parameters" tabindex="-1">Type Parameters <a class="header-anchor" href="#type-parameters" aria-label="Permalink to &quot;Type Parameters&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Type Parameter</th><th>Default type</th></tr></thead><tbody><tr><td><a id="type-parameter-i"></a> <code>I</code></td><td>-</td></tr><tr><td><a id="type-parameter-o"></a> <code>O</code></td><td>-</td></tr><tr><td><a id="type-parameter-r"></a> <code>R</code></td><td><code>unknown</code></td></tr></tbody></table><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-io"></a> <code>~io?</code></td><td><code>readonly</code></td><td>(<code>input</code>) =&gt; <code>O</code></td><td>Where the type parameters live. Absent at run time.</td></tr><tr><td><a id="property-rest"></a> <code>~rest?</code></td><td><code>readonly</code></td><td><code>R</code></td><td>-</td></tr><tr><td><a id="property-condition"></a> <code>condition</code></td><td><code>readonly</code></td><td><a href="./../type-aliases/Expression.html"><code>Expression</code></a></td><td>-</td></tr><tr><td><a id="property-then"></a> <code>then</code></td><td><code>readonly</code></td><td><a href="./../type-aliases/Node.html"><code>Node</code></a></td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/core/interfaces/Way.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Way = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Way as default
};
