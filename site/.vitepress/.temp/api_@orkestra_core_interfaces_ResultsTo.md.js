import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: ResultsTo<I>","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/core/interfaces/ResultsTo.md","filePath":"api/@orkestra/core/interfaces/ResultsTo.md"}');
const _sfc_main = { name: "api/@orkestra/core/interfaces/ResultsTo.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">API reference</a> / <a href="./../">@orkestra/core</a> / ResultsTo</p><h1 id="interface-resultsto-i" tabindex="-1">Interface: ResultsTo&lt;I&gt; <a class="header-anchor" href="#interface-resultsto-i" aria-label="Permalink to &quot;Interface: ResultsTo\\&lt;I\\&gt;&quot;">​</a></h1><p>Where the outputs are written to, in S3. <a href="https://docs.aws.amazon.com/step-functions/latest/dg/input-output-resultwriter.html" target="_blank" rel="noreferrer">https://docs.aws.amazon.com/step-functions/latest/dg/input-output-resultwriter.html</a></p><h2 id="type-parameters" tabindex="-1">Type Parameters <a class="header-anchor" href="#type-parameters" aria-label="Permalink to &quot;Type Parameters&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Type Parameter</th></tr></thead><tbody><tr><td><a id="type-parameter-i"></a> <code>I</code></td></tr></tbody></table><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-bucket"></a> <code>bucket</code></td><td><code>readonly</code></td><td><a href="./../type-aliases/TextFrom.html"><code>TextFrom</code></a>&lt;<code>I</code>&gt;</td><td>The name of the bucket, or a function of the input that gives it.</td></tr><tr><td><a id="property-outputtype"></a> <code>outputType?</code></td><td><code>readonly</code></td><td><code>&quot;JSON&quot;</code> | <code>&quot;JSONL&quot;</code></td><td>One JSON array, or one JSON value per line. Default <code>JSON</code>.</td></tr><tr><td><a id="property-prefix"></a> <code>prefix?</code></td><td><code>readonly</code></td><td><a href="./../type-aliases/TextFrom.html"><code>TextFrom</code></a>&lt;<code>I</code>&gt;</td><td>Begins the keys of the files. Default: none.</td></tr><tr><td><a id="property-transformation"></a> <code>transformation?</code></td><td><code>readonly</code></td><td><code>&quot;NONE&quot;</code> | <code>&quot;COMPACT&quot;</code> | <code>&quot;FLATTEN&quot;</code></td><td>Each output with what AWS knows of its execution (<code>NONE</code>, the default), alone (<code>COMPACT</code>), or the elements of each (<code>FLATTEN</code>).</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/core/interfaces/ResultsTo.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ResultsTo = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ResultsTo as default
};
