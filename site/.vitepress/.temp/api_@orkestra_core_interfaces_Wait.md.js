import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Wait","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/core/interfaces/Wait.md","filePath":"api/@orkestra/core/interfaces/Wait.md"}');
const _sfc_main = { name: "api/@orkestra/core/interfaces/Wait.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">API reference</a> / <a href="./../">@orkestra/core</a> / Wait</p><h1 id="interface-wait" tabindex="-1">Interface: Wait <a class="header-anchor" href="#interface-wait" aria-label="Permalink to &quot;Interface: Wait&quot;">​</a></h1><p>Hands its input on, later.</p><h2 id="extends" tabindex="-1">Extends <a class="header-anchor" href="#extends" aria-label="Permalink to &quot;Extends&quot;">​</a></h2><ul><li><a href="./Annotated.html"><code>Annotated</code></a></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th><th>Inherited from</th></tr></thead><tbody><tr><td><a id="property-_tag"></a> <code>_tag</code></td><td><code>readonly</code></td><td><code>&quot;Wait&quot;</code></td><td>-</td><td>-</td></tr><tr><td><a id="property-comment"></a> <code>comment?</code></td><td><code>readonly</code></td><td><code>string</code></td><td>Set by <code>comment</code>.</td><td><a href="./Annotated.html"><code>Annotated</code></a>.<a href="./Annotated.html#property-comment"><code>comment</code></a></td></tr><tr><td><a id="property-delay"></a> <code>delay</code></td><td><code>readonly</code></td><td><a href="./../type-aliases/Delay.html"><code>Delay</code></a></td><td>-</td><td>-</td></tr><tr><td><a id="property-statename"></a> <code>stateName?</code></td><td><code>readonly</code></td><td><code>string</code></td><td>The name of its state, instead of the one derived from the graph. Set by <code>named</code>.</td><td><a href="./Annotated.html"><code>Annotated</code></a>.<a href="./Annotated.html#property-statename"><code>stateName</code></a></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/core/interfaces/Wait.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Wait = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Wait as default
};
