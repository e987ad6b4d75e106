import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: WrittenResults","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/core/interfaces/WrittenResults.md","filePath":"api/@orkestra/core/interfaces/WrittenResults.md"}');
const _sfc_main = { name: "api/@orkestra/core/interfaces/WrittenResults.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">API reference</a> / <a href="./../">@orkestra/core</a> / WrittenResults</p><h1 id="interface-writtenresults" tabindex="-1">Interface: WrittenResults <a class="header-anchor" href="#interface-writtenresults" aria-label="Permalink to &quot;Interface: WrittenResults&quot;">​</a></h1><p>What comes of a map that writes its outputs to S3. The file of that key lists those that hold them.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th></tr></thead><tbody><tr><td><a id="property-maprunarn"></a> <code>MapRunArn</code></td><td><code>readonly</code></td><td><code>string</code></td></tr><tr><td><a id="property-resultwriterdetails"></a> <code>ResultWriterDetails</code></td><td><code>readonly</code></td><td><code>object</code></td></tr><tr><td><code>ResultWriterDetails.Bucket</code></td><td><code>readonly</code></td><td><code>string</code></td></tr><tr><td><code>ResultWriterDetails.Key</code></td><td><code>readonly</code></td><td><code>string</code></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/core/interfaces/WrittenResults.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const WrittenResults = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  WrittenResults as default
};
