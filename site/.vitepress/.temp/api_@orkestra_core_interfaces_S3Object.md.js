import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: S3Object","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/core/interfaces/S3Object.md","filePath":"api/@orkestra/core/interfaces/S3Object.md"}');
const _sfc_main = { name: "api/@orkestra/core/interfaces/S3Object.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">API reference</a> / <a href="./../">@orkestra/core</a> / S3Object</p><h1 id="interface-s3object" tabindex="-1">Interface: S3Object <a class="header-anchor" href="#interface-s3object" aria-label="Permalink to &quot;Interface: S3Object&quot;">​</a></h1><p>An object as <code>ListObjectsV2</code> describes it.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-etag"></a> <code>Etag</code></td><td><code>readonly</code></td><td><code>string</code></td><td>-</td></tr><tr><td><a id="property-key"></a> <code>Key</code></td><td><code>readonly</code></td><td><code>string</code></td><td>-</td></tr><tr><td><a id="property-lastmodified"></a> <code>LastModified</code></td><td><code>readonly</code></td><td><code>number</code></td><td>Seconds since 1970.</td></tr><tr><td><a id="property-size"></a> <code>Size</code></td><td><code>readonly</code></td><td><code>number</code></td><td>In bytes.</td></tr><tr><td><a id="property-storageclass"></a> <code>StorageClass</code></td><td><code>readonly</code></td><td><code>string</code></td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/core/interfaces/S3Object.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const S3Object = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  S3Object as default
};
