import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Type Alias: SdkResource","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/core/type-aliases/SdkResource.md","filePath":"api/@orkestra/core/type-aliases/SdkResource.md"}');
const _sfc_main = { name: "api/@orkestra/core/type-aliases/SdkResource.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">API reference</a> / <a href="./../">@orkestra/core</a> / SdkResource</p><h1 id="type-alias-sdkresource" tabindex="-1">Type Alias: SdkResource <a class="header-anchor" href="#type-alias-sdkresource" aria-label="Permalink to &quot;Type Alias: SdkResource&quot;">​</a></h1><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light github-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#D73A49;--shiki-dark:#F97583;">type</span><span style="--shiki-light:#6F42C1;--shiki-dark:#B392F0;"> SdkResource</span><span style="--shiki-light:#D73A49;--shiki-dark:#F97583;"> =</span><span style="--shiki-light:#032F62;--shiki-dark:#9ECBFF;"> \`aws-sdk:\${</span><span style="--shiki-light:#6F42C1;--shiki-dark:#B392F0;">Lowercase</span><span style="--shiki-light:#032F62;--shiki-dark:#9ECBFF;">&lt;</span><span style="--shiki-light:#005CC5;--shiki-dark:#79B8FF;">string</span><span style="--shiki-light:#032F62;--shiki-dark:#9ECBFF;">&gt;</span><span style="--shiki-light:#032F62;--shiki-dark:#9ECBFF;">}:\${</span><span style="--shiki-light:#6F42C1;--shiki-dark:#B392F0;">Uncapitalize</span><span style="--shiki-light:#032F62;--shiki-dark:#9ECBFF;">&lt;</span><span style="--shiki-light:#005CC5;--shiki-dark:#79B8FF;">string</span><span style="--shiki-light:#032F62;--shiki-dark:#9ECBFF;">&gt;</span><span style="--shiki-light:#032F62;--shiki-dark:#9ECBFF;">}\`</span><span style="--shiki-light:#24292E;--shiki-dark:#E1E4E8;">;</span></span></code></pre></div><p>Any action of the AWS SDK: <code>aws-sdk:dynamodb:query</code>, <code>aws-sdk:s3:getObject.waitForTaskToken</code>. Services are lower-case, actions start in lower case. A type of text cannot leave an ending out, so <code>.sync</code> is refused by <code>SupportedResource</code>.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/core/type-aliases/SdkResource.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const SdkResource = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  SdkResource as default
};
