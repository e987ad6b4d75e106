import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: S3File<I>","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/core/interfaces/S3File.md","filePath":"api/@orkestra/core/interfaces/S3File.md"}');
const _sfc_main = { name: "api/@orkestra/core/interfaces/S3File.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">API reference</a> / <a href="./../">@orkestra/core</a> / S3File</p><h1 id="interface-s3file-i" tabindex="-1">Interface: S3File&lt;I&gt; <a class="header-anchor" href="#interface-s3file-i" aria-label="Permalink to &quot;Interface: S3File\\&lt;I\\&gt;&quot;">​</a></h1><p>One object of a bucket.</p><h2 id="extends" tabindex="-1">Extends <a class="header-anchor" href="#extends" aria-label="Permalink to &quot;Extends&quot;">​</a></h2><ul><li><code>Limited</code></li></ul><h2 id="extended-by" tabindex="-1">Extended by <a class="header-anchor" href="#extended-by" aria-label="Permalink to &quot;Extended by&quot;">​</a></h2><ul><li><a href="./S3CsvFile.html"><code>S3CsvFile</code></a></li><li><a href="./S3JsonFile.html"><code>S3JsonFile</code></a></li></ul><h2 id="type-parameters" tabindex="-1">Type Parameters <a class="header-anchor" href="#type-parameters" aria-label="Permalink to &quot;Type Parameters&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Type Parameter</th></tr></thead><tbody><tr><td><a id="type-parameter-i"></a> <code>I</code></td></tr></tbody></table><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th><th>Inherited from</th></tr></thead><tbody><tr><td><a id="property-bucket"></a> <code>bucket</code></td><td><code>readonly</code></td><td><a href="./../type-aliases/TextFrom.html"><code>TextFrom</code></a>&lt;<code>I</code>&gt;</td><td>-</td><td>-</td></tr><tr><td><a id="property-key"></a> <code>key</code></td><td><code>readonly</code></td><td><a href="./../type-aliases/TextFrom.html"><code>TextFrom</code></a>&lt;<code>I</code>&gt;</td><td>-</td><td>-</td></tr><tr><td><a id="property-maxitems"></a> <code>maxItems?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>-</td><td><code>Limited.maxItems</code></td></tr><tr><td><a id="property-versionid"></a> <code>versionId?</code></td><td><code>readonly</code></td><td><a href="./../type-aliases/TextFrom.html"><code>TextFrom</code></a>&lt;<code>I</code>&gt;</td><td>The newest without it.</td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/core/interfaces/S3File.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const S3File = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  S3File as default
};
