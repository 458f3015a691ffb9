#include "ingest/html_tree.h"

#include <lexbor/dom/interfaces/attr.h>
#include <lexbor/dom/interfaces/element.h>
#include <lexbor/dom/interfaces/text.h>
#include <lexbor/html/parser.h>
#include <lexbor/html/tag.h>

#include <array>
#include <memory>
#include <optional>
#include <unordered_map>

#include "base/check.h"
#include "ingest/html_depth.h"
#include "ingest/html_scan.h"

// lexbor_references.c
extern "C" const char* dl_lexbor_reference(const char* reference, std::size_t size,
                                           std::size_t* length, std::size_t* taken);

namespace dateline {

namespace {

Tag TagOf(const lxb_dom_node_t* node) {
  static const std::unordered_map<std::uintptr_t, Tag> kTags = {
      {LXB_TAG_ADDRESS, Tag::kAddress},
      {LXB_TAG_ARTICLE, Tag::kArticle},
      {LXB_TAG_ASIDE, Tag::kAside},
      {LXB_TAG_BLOCKQUOTE, Tag::kBlockquote},
      {LXB_TAG_BODY, Tag::kBody},
      {LXB_TAG_BR, Tag::kBr},
      {LXB_TAG_BUTTON, Tag::kButton},
      {LXB_TAG_CAPTION, Tag::kCaption},
      {LXB_TAG_CENTER, Tag::kCenter},
      {LXB_TAG_DD, Tag::kDd},
      {LXB_TAG_DETAILS, Tag::kDetails},
      {LXB_TAG_DIALOG, Tag::kDialog},
      {LXB_TAG_DIV, Tag::kDiv},
      {LXB_TAG_DL, Tag::kDl},
      {LXB_TAG_DT, Tag::kDt},
      {LXB_TAG_FIELDSET, Tag::kFieldset},
      {LXB_TAG_FIGCAPTION, Tag::kFigcaption},
      {LXB_TAG_FIGURE, Tag::kFigure},
      {LXB_TAG_FOOTER, Tag::kFooter},
      {LXB_TAG_FORM, Tag::kForm},
      {LXB_TAG_H1, Tag::kH1},
      {LXB_TAG_H2, Tag::kH2},
      {LXB_TAG_H3, Tag::kH3},
      {LXB_TAG_H4, Tag::kH4},
      {LXB_TAG_H5, Tag::kH5},
      {LXB_TAG_H6, Tag::kH6},
      {LXB_TAG_HEAD, Tag::kHead},
      {LXB_TAG_HEADER, Tag::kHeader},
      {LXB_TAG_HR, Tag::kHr},
      {LXB_TAG_HTML, Tag::kHtml},
      {LXB_TAG_IMG, Tag::kImg},
      {LXB_TAG_INPUT, Tag::kInput},
      {LXB_TAG_LABEL, Tag::kLabel},
      {LXB_TAG_LI, Tag::kLi},
      {LXB_TAG_LINK, Tag::kLink},
      {LXB_TAG_MAIN, Tag::kMain},
      {LXB_TAG_META, Tag::kMeta},
      {LXB_TAG_NAV, Tag::kNav},
      {LXB_TAG_NOSCRIPT, Tag::kNoscript},
      {LXB_TAG_OBJECT, Tag::kObject},
      {LXB_TAG_OL, Tag::kOl},
      {LXB_TAG_P, Tag::kP},
      {LXB_TAG_PRE, Tag::kPre},
      {LXB_TAG_SECTION, Tag::kSection},
      {LXB_TAG_SELECT, Tag::kSelect},
      {LXB_TAG_SPAN, Tag::kSpan},
      {LXB_TAG_SUMMARY, Tag::kSummary},
      {LXB_TAG_SVG, Tag::kSvg},
      {LXB_TAG_TABLE, Tag::kTable},
      {LXB_TAG_TBODY, Tag::kTbody},
      {LXB_TAG_TD, Tag::kTd},
      {LXB_TAG_TEXTAREA, Tag::kTextarea},
      {LXB_TAG_TFOOT, Tag::kTfoot},
      {LXB_TAG_TH, Tag::kTh},
      {LXB_TAG_THEAD, Tag::kThead},
      {LXB_TAG_TIME, Tag::kTime},
      {LXB_TAG_TITLE, Tag::kTitle},
      {LXB_TAG_TR, Tag::kTr},
      {LXB_TAG_UL, Tag::kUl},
      {LXB_TAG_VIDEO, Tag::kVideo}};
  const auto tag = kTags.find(node->local_name);
  if (tag != kTags.end()) return tag->second;
  std::size_t size = 0;
  const lxb_char_t* name = lxb_dom_element_local_name(
      lxb_dom_interface_element(const_cast<lxb_dom_node_t*>(node)), &size);
  const bool link =
      name != nullptr && std::string_view(reinterpret_cast<const char*>(name), size) == kLinkTag;
  return link ? Tag::kA : Tag::kOther;
}

std::optional<Attr> AttrOf(std::string_view name) {
  struct Named {
    std::string_view name;
    Attr attr;
  };
  static constexpr std::array<Named, 16> kNames = {{{"class", Attr::kClass},
                                                    {"id", Attr::kId},
                                                    {"href", Attr::kHref},
                                                    {"rel", Attr::kRel},
                                                    {"property", Attr::kProperty},
                                                    {"name", Attr::kName},
                                                    {"content", Attr::kContent},
                                                    {"itemprop", Attr::kItemprop},
                                                    {"datetime", Attr::kDatetime},
                                                    {"role", Attr::kRole},
                                                    {"hidden", Attr::kHidden},
                                                    {"aria-hidden", Attr::kAriaHidden},
                                                    {"style", Attr::kStyle},
                                                    {"lang", Attr::kLang},
                                                    {"data-component", Attr::kDataComponent},
                                                    {"data-testid", Attr::kDataTestid}}};
  for (const Named& known : kNames)
    if (known.name == name) return known.attr;
  return std::nullopt;
}

// What stands between lexbor's tokenizer and its tree builder.
struct Gate {
  DepthCap cap;
  lxb_html_tree_t* tree;
  lxb_html_tokenizer_token_f build;
  void* build_context;

  static lxb_html_token_t* OnToken(lxb_html_tokenizer_t* tokenizer, lxb_html_token_t* token,
                                   void* self) {
    Gate& gate = *static_cast<Gate*>(self);
    const lxb_tag_id_t tag = token->tag_id;
    DepthCap::Verdict verdict = DepthCap::Verdict::kKeep;
    if (tag == LXB_TAG__TEXT) {
      gate.cap.Text();
    } else if (tag >= LXB_TAG_A || tag == LXB_TAG__UNDEF) {
      verdict =
          (token->type & LXB_HTML_TOKEN_TYPE_CLOSE) != 0
              ? gate.cap.Close(tag)
              : gate.cap.Open(tag, lxb_html_tag_is_void(tag), gate.tree->open_elements->length);
    }
    if (verdict == DepthCap::Verdict::kDrop) return token;
    if (verdict == DepthCap::Verdict::kBreak) token->tag_id = LXB_TAG_BR;
    return gate.build(tokenizer, token, gate.build_context);
  }
};

class Flattener {
 public:
  explicit Flattener(HtmlTree& tree) : tree_(tree) {}

  // Appends the nodes below and with `root` in document order.
  void Run(lxb_dom_node_t* root) {
    lxb_dom_node_t* node = root;
    while (node != nullptr) {
      const bool entered = Enter(node);
      if (entered && node->first_child != nullptr) {
        node = node->first_child;
        continue;
      }
      if (entered) Leave();
      while (node != root && node->next == nullptr) {
        node = node->parent;
        Leave();
      }
      node = node == root ? nullptr : node->next;
    }
  }

 private:
  std::uint32_t size() const { return static_cast<std::uint32_t>(tree_.nodes.size()); }
  std::uint32_t parent() const { return open_.empty() ? kNone : open_.back(); }

  // True if it is an element, which is then open until Leave.
  bool Enter(lxb_dom_node_t* node) {
    if (node->type == LXB_DOM_NODE_TYPE_TEXT) Text(lxb_dom_interface_character_data(node)->data);
    if (node->type != LXB_DOM_NODE_TYPE_ELEMENT) return false;
    tree_.nodes.push_back({TagOf(node), parent(), 0});
    tree_.nodes.back().first_attr = static_cast<std::uint32_t>(tree_.attributes.size());
    Attributes(lxb_dom_interface_element(node));
    open_.push_back(size() - 1);
    return true;
  }

  void Leave() {
    tree_.nodes[open_.back()].end = size();
    open_.pop_back();
  }

  void Attributes(lxb_dom_element_t* element) {
    for (lxb_dom_attr_t* attr = lxb_dom_element_first_attribute(element); attr != nullptr;
         attr = lxb_dom_element_next_attribute(attr)) {
      std::size_t size = 0;
      const lxb_char_t* name = lxb_dom_attr_local_name(attr, &size);
      const std::optional<Attr> known = AttrOf({reinterpret_cast<const char*>(name), size});
      if (!known) continue;
      const lxb_char_t* value = lxb_dom_attr_value(attr, &size);
      std::string text = value == nullptr ? std::string()
                                          : std::string(reinterpret_cast<const char*>(value), size);
      tree_.attributes.push_back({*known, std::move(text)});
      ++tree_.nodes.back().attrs;
    }
  }

  // "17; 18;" -> run 17, white space, run 18.
  void Text(const lexbor_str_t& text) {
    std::uint32_t run = 0;
    for (std::size_t i = 0; i < text.length; ++i) {
      const lxb_char_t c = text.data[i];
      if (c >= '0' && c <= '9') {
        run = run * 10 + (c - '0');
        continue;
      }
      tree_.nodes.push_back(
          {c == ';' ? Tag::kText : Tag::kSpace, parent(), size() + 1, c == ';' ? run : kNone});
      run = 0;
    }
  }

  HtmlTree& tree_;
  std::vector<std::uint32_t> open_;
};

struct ParserDeleter {
  void operator()(lxb_html_parser_t* parser) const { lxb_html_parser_destroy(parser); }
};
struct DocumentDeleter {
  void operator()(lxb_html_document_t* document) const { lxb_html_document_destroy(document); }
};

}  // namespace

std::string_view HtmlTree::Value(const HtmlNode& node, Attr name) const {
  for (std::uint32_t i = node.first_attr; i < node.first_attr + node.attrs; ++i)
    if (attributes[i].name == name) return attributes[i].value;
  return {};
}

bool HtmlTree::Has(const HtmlNode& node, Attr name) const {
  for (std::uint32_t i = node.first_attr; i < node.first_attr + node.attrs; ++i)
    if (attributes[i].name == name) return true;
  return false;
}

HtmlTree BuildHtmlTree(std::string_view skeleton, const Limits& limits) {
  HtmlTree tree;
  const std::unique_ptr<lxb_html_parser_t, ParserDeleter> parser(lxb_html_parser_create());
  DL_CHECK(parser != nullptr && lxb_html_parser_init(parser.get()) == LXB_STATUS_OK);
  Gate gate{DepthCap(limits.html_depth), parser->tree, parser->tkz->callback_token_done,
            parser->tkz->callback_token_ctx};
  lxb_html_tokenizer_callback_token_done_set(parser->tkz, Gate::OnToken, &gate);
  const std::unique_ptr<lxb_html_document_t, DocumentDeleter> document(lxb_html_parse(
      parser.get(), reinterpret_cast<const lxb_char_t*>(skeleton.data()), skeleton.size()));
  DL_CHECK(document != nullptr);
  tree.depth_capped = gate.cap.depth_capped();
  if (lxb_dom_element_t* root = lxb_dom_document_element(&document->dom_document))
    Flattener(tree).Run(lxb_dom_interface_node(root));
  return tree;
}

NamedReference DecodeNamedReference(std::string_view reference) {
  std::size_t length = 0, taken = 0;
  const char* text = dl_lexbor_reference(reference.data(), reference.size(), &length, &taken);
  if (text == nullptr) return {{}, 0};
  return {{text, length}, taken};
}

}  // namespace dateline
