import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Occurrence","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/core/interfaces/Occurrence.md","filePath":"api/@orkestra/core/interfaces/Occurrence.md"}');
const _sfc_main = { name: "api/@orkestra/core/interfaces/Occurrence.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">API reference</a> / <a href="./../">@orkestra/core</a> / Occurrence</p><h1 id="interface-occurrence" tabindex="-1">Interface: Occurrence <a class="header-anchor" href="#interface-occurrence" aria-label="Permalink to &quot;Interface: Occurrence&quot;">​</a></h1><p>A node at its place in a graph.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-children"></a> <code>children</code></td><td><code>readonly</code></td><td>readonly <code>Occurrence</code>[]</td><td>-</td></tr><tr><td><a id="property-entry"></a> <code>entry</code></td><td><code>readonly</code></td><td><code>string</code></td><td>The name of the first state that is entered.</td></tr><tr><td><a id="property-failed"></a> <code>failed</code></td><td><code>readonly</code></td><td><code>string</code></td><td>Of a capture: the name of the Pass state that a caught error ends in. Else <code>&#39;&#39;</code>.</td></tr><tr><td><a id="property-more"></a> <code>more</code></td><td><code>readonly</code></td><td><code>More</code></td><td>The states and variables that a node needs besides.</td></tr><tr><td><a id="property-name"></a> <code>name</code></td><td><code>readonly</code></td><td><code>string</code></td><td>Its state&#39;s name. A sequence is no state: <code>&#39;&#39;</code>. A guard (capture, retry, catch) without a wrapper has the name of the state it guards.</td></tr><tr><td><a id="property-node"></a> <code>node</code></td><td><code>readonly</code></td><td><a href="./../type-aliases/Node.html"><code>Node</code></a></td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/core/interfaces/Occurrence.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Occurrence = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Occurrence as default
};
