import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: StoreOptions","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/handler/store/interfaces/StoreOptions.md","filePath":"api/@orkestra/handler/store/interfaces/StoreOptions.md"}');
const _sfc_main = { name: "api/@orkestra/handler/store/interfaces/StoreOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../../">API reference</a> / <a href="./../">@orkestra/handler/store</a> / StoreOptions</p><h1 id="interface-storeoptions" tabindex="-1">Interface: StoreOptions <a class="header-anchor" href="#interface-storeoptions" aria-label="Permalink to &quot;Interface: StoreOptions&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-bucket"></a> <code>bucket</code></td><td><code>readonly</code></td><td><code>string</code></td><td>The name of the bucket.</td></tr><tr><td><a id="property-client"></a> <code>client?</code></td><td><code>readonly</code></td><td><code>S3Client</code></td><td>An S3 client of your own. Default: a new one, made on first use.</td></tr><tr><td><a id="property-inlinebytes"></a> <code>inlineBytes?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>Values whose JSON has more bytes go to S3. Default 100,000: a state&#39;s input and the results of its branches share one limit.</td></tr><tr><td><a id="property-prefix"></a> <code>prefix?</code></td><td><code>readonly</code></td><td><code>string</code></td><td>Put before each key. Default <code>payloads/</code>. A lifecycle rule on it deletes what no execution needs any more.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/handler/store/interfaces/StoreOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const StoreOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  StoreOptions as default
};
