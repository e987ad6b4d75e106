import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: ChoiceState","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/asl/interfaces/ChoiceState.md","filePath":"api/@orkestra/asl/interfaces/ChoiceState.md"}');
const _sfc_main = { name: "api/@orkestra/asl/interfaces/ChoiceState.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">API reference</a> / <a href="./../">@orkestra/asl</a> / ChoiceState</p><h1 id="interface-choicestate" tabindex="-1">Interface: ChoiceState <a class="header-anchor" href="#interface-choicestate" aria-label="Permalink to &quot;Interface: ChoiceState&quot;">​</a></h1><h2 id="extends" tabindex="-1">Extends <a class="header-anchor" href="#extends" aria-label="Permalink to &quot;Extends&quot;">​</a></h2><ul><li><code>Any</code></li><li><code>Data</code></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Inherited from</th></tr></thead><tbody><tr><td><a id="property-arguments"></a> <code>Arguments?</code></td><td><code>unknown</code></td><td><code>Data.Arguments</code></td></tr><tr><td><a id="property-assign"></a> <code>Assign?</code></td><td><code>Record</code>&lt;<code>string</code>, <code>unknown</code>&gt;</td><td><code>Data.Assign</code></td></tr><tr><td><a id="property-choices"></a> <code>Choices</code></td><td><code>unknown</code>[]</td><td>-</td></tr><tr><td><a id="property-comment"></a> <code>Comment?</code></td><td><code>string</code></td><td><code>Any.Comment</code></td></tr><tr><td><a id="property-default"></a> <code>Default?</code></td><td><code>string</code></td><td>-</td></tr><tr><td><a id="property-inputpath"></a> <code>InputPath?</code></td><td><code>string</code> | <code>null</code></td><td><code>Data.InputPath</code></td></tr><tr><td><a id="property-output"></a> <code>Output?</code></td><td><code>unknown</code></td><td><code>Data.Output</code></td></tr><tr><td><a id="property-outputpath"></a> <code>OutputPath?</code></td><td><code>string</code> | <code>null</code></td><td><code>Data.OutputPath</code></td></tr><tr><td><a id="property-parameters"></a> <code>Parameters?</code></td><td><code>unknown</code></td><td><code>Data.Parameters</code></td></tr><tr><td><a id="property-querylanguage"></a> <code>QueryLanguage?</code></td><td><a href="./../type-aliases/QueryLanguage.html"><code>QueryLanguage</code></a></td><td><code>Any.QueryLanguage</code></td></tr><tr><td><a id="property-resultpath"></a> <code>ResultPath?</code></td><td><code>string</code> | <code>null</code></td><td><code>Data.ResultPath</code></td></tr><tr><td><a id="property-resultselector"></a> <code>ResultSelector?</code></td><td><code>unknown</code></td><td><code>Data.ResultSelector</code></td></tr><tr><td><a id="property-type"></a> <code>Type</code></td><td><code>&quot;Choice&quot;</code></td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/asl/interfaces/ChoiceState.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ChoiceState = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ChoiceState as default
};
