import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: FunctionOptions","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/cdk-adapter/interfaces/FunctionOptions.md","filePath":"api/@orkestra/cdk-adapter/interfaces/FunctionOptions.md"}');
const _sfc_main = { name: "api/@orkestra/cdk-adapter/interfaces/FunctionOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">API reference</a> / <a href="./../">@orkestra/cdk-adapter</a> / FunctionOptions</p><h1 id="interface-functionoptions" tabindex="-1">Interface: FunctionOptions <a class="header-anchor" href="#interface-functionoptions" aria-label="Permalink to &quot;Interface: FunctionOptions&quot;">​</a></h1><p>How the functions of a workflow come about.</p><h2 id="extended-by" tabindex="-1">Extended by <a class="header-anchor" href="#extended-by" aria-label="Permalink to &quot;Extended by&quot;">​</a></h2><ul><li><a href="./DefinitionOptions.html"><code>DefinitionOptions</code></a></li><li><a href="./WorkflowProps.html"><code>WorkflowProps</code></a></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-functions"></a> <code>functions?</code></td><td><code>readonly</code></td><td>| <code>Readonly</code>&lt;<code>Record</code>&lt;<code>string</code>, <code>IFunction</code>&gt;&gt; | <code>ReadonlyMap</code>&lt;<code>string</code>, <code>IFunction</code>&gt;</td><td>Functions that are there already, by task name. The others are made from their handlers. Those of another machine, <code>machine.functions</code>, may be more than the workflow has; of any others each has to be one of its functions.</td></tr><tr><td><a id="property-lambda"></a> <code>lambda?</code></td><td><code>readonly</code></td><td>| <a href="./LambdaOverrides.html"><code>LambdaOverrides</code></a> | ((<code>taskName</code>) =&gt; <a href="./LambdaOverrides.html"><code>LambdaOverrides</code></a>)</td><td>For every function that is made here, or per function, told by its task&#39;s name.</td></tr><tr><td><a id="property-makefunction"></a> <code>makeFunction?</code></td><td><code>readonly</code></td><td><a href="./../type-aliases/MakeFunction.html"><code>MakeFunction</code></a></td><td>Makes the others, instead of NodejsFunction; a handler then needs no entry.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/cdk-adapter/interfaces/FunctionOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const FunctionOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  FunctionOptions as default
};
