import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Graph<I, O>","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/core/interfaces/Graph.md","filePath":"api/@orkestra/core/interfaces/Graph.md"}');
const _sfc_main = { name: "api/@orkestra/core/interfaces/Graph.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">API reference</a> / <a href="./../">@orkestra/core</a> / Graph</p><h1 id="interface-graph-i-o" tabindex="-1">Interface: Graph&lt;I, O&gt; <a class="header-anchor" href="#interface-graph-i-o" aria-label="Permalink to &quot;Interface: Graph\\&lt;I, O\\&gt;&quot;">​</a></h1><p>A workflow that takes an <code>I</code> and gives an <code>O</code>, both as JSON. Immutable: combinators make new graphs, and a graph may stand in any number of others. Under the type it is a <code>Node</code>; read it with <code>fold</code>.</p><h2 id="type-parameters" tabindex="-1">Type Parameters <a class="header-anchor" href="#type-parameters" aria-label="Permalink to &quot;Type Parameters&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Type Parameter</th></tr></thead><tbody><tr><td><a id="type-parameter-i"></a> <code>I</code></td></tr><tr><td><a id="type-parameter-o"></a> <code>O</code></td></tr></tbody></table><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-_tag"></a> <code>_tag</code></td><td><code>readonly</code></td><td>| <code>&quot;Task&quot;</code> | <code>&quot;Pass&quot;</code> | <code>&quot;Map&quot;</code> | <code>&quot;Choice&quot;</code> | <code>&quot;Wait&quot;</code> | <code>&quot;Succeed&quot;</code> | <code>&quot;Fail&quot;</code> | <code>&quot;Bind&quot;</code> | <code>&quot;Capture&quot;</code> | <code>&quot;Catch&quot;</code> | <code>&quot;Identity&quot;</code> | <code>&quot;Seq&quot;</code> | <code>&quot;Par&quot;</code> | <code>&quot;Repeat&quot;</code> | <code>&quot;Keep&quot;</code> | <code>&quot;Retry&quot;</code></td><td>-</td></tr><tr><td><a id="property-io"></a> <code>~io?</code></td><td><code>readonly</code></td><td>(<code>input</code>) =&gt; <code>O</code></td><td>Where the type parameters live. Absent at run time.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/core/interfaces/Graph.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Graph = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Graph as default
};
