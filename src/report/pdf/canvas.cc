// Pages on Cairo, text on Pango. The only file that knows either.
#include "report/pdf/canvas.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include <algorithm>
#include <numbers>

#include "report/pdf/catalog.h"
#include "report/pdf/clean_text.h"

namespace kres::report::pdf {
namespace {

// The first family that is installed is used; the later ones also supply glyphs it lacks.
constexpr const char* kFamilies = "Inter, Noto Sans, DejaVu Sans";

struct Unref {
  void operator()(void* object) const { g_object_unref(object); }
};
template <class T>
using Owned = std::unique_ptr<T, Unref>;

double points(int pango_units) { return static_cast<double>(pango_units) / PANGO_SCALE; }
int units(double length) { return pango_units_from_double(length); }

cairo_status_t append(void* bytes, const unsigned char* data, unsigned int length) {
  static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(data), length);
  return CAIRO_STATUS_SUCCESS;
}

guint16 channel(double value) { return static_cast<guint16>(std::clamp(value, 0.0, 1.0) * 65535); }

void insert(PangoAttrList* list, PangoAttribute* attribute, std::size_t begin, std::size_t end) {
  attribute->start_index = static_cast<guint>(begin);
  attribute->end_index = static_cast<guint>(end);
  pango_attr_list_insert(list, attribute);
}

void add_style(PangoAttrList* list, const Style& style, std::size_t begin, std::size_t end) {
  insert(list, pango_attr_size_new(units(style.size)), begin, end);
  insert(list, pango_attr_weight_new(static_cast<PangoWeight>(style.weight)), begin, end);
  // A hyphen where a name is broken would read as part of the name.
  if (style.distinct) insert(list, pango_attr_insert_hyphens_new(FALSE), begin, end);
  if (style.italic) insert(list, pango_attr_style_new(PANGO_STYLE_ITALIC), begin, end);
  insert(list, pango_attr_font_features_new(style.distinct ? "tnum=1,cv05=1,cv08=1" : "tnum=1"),
         begin, end);
  insert(list,
         pango_attr_foreground_new(channel(style.colour.red), channel(style.colour.green),
                                   channel(style.colour.blue)),
         begin, end);
}

PangoAlignment alignment(Align align) {
  if (align == Align::right) return PANGO_ALIGN_RIGHT;
  return align == Align::centre ? PANGO_ALIGN_CENTER : PANGO_ALIGN_LEFT;
}

void rounded(cairo_t* cairo, const Box& box, double radius) {
  constexpr double kQuarter = std::numbers::pi / 2;
  const double right = box.x + box.width - radius, bottom = box.y + box.height - radius;
  cairo_new_sub_path(cairo);
  cairo_arc(cairo, right, box.y + radius, radius, -kQuarter, 0);
  cairo_arc(cairo, right, bottom, radius, 0, kQuarter);
  cairo_arc(cairo, box.x + radius, bottom, radius, kQuarter, 2 * kQuarter);
  cairo_arc(cairo, box.x + radius, box.y + radius, radius, 2 * kQuarter, 3 * kQuarter);
  cairo_close_path(cairo);
}

void path(cairo_t* cairo, const Box& box, double radius) {
  if (radius > 0)
    rounded(cairo, box, radius);
  else
    cairo_rectangle(cairo, box.x, box.y, box.width, box.height);
}

void use(cairo_t* cairo, Colour colour) {
  cairo_set_source_rgb(cairo, colour.red, colour.green, colour.blue);
}

}  // namespace

struct TextBlock::Layout {
  Owned<PangoLayout> pango;
};
TextBlock::TextBlock() : layout_(std::make_unique<Layout>()) {}
TextBlock::TextBlock(TextBlock&&) noexcept = default;
TextBlock& TextBlock::operator=(TextBlock&&) noexcept = default;
TextBlock::~TextBlock() = default;

struct Canvas::State {
  std::string bytes;
  std::string language;
  cairo_surface_t* surface = nullptr;
  cairo_t* cairo = nullptr;
  Owned<PangoFontMap> fonts;
  Owned<PangoContext> context;

  ~State() {
    if (cairo) cairo_destroy(cairo);
    if (surface) cairo_surface_destroy(surface);
  }
};

Canvas::Canvas(const Metadata& metadata) : state_(std::make_unique<State>()) {
  State& s = *state_;
  s.language = metadata.language;
  s.surface = cairo_pdf_surface_create_for_stream(append, &s.bytes, kA4Width, kA4Height);
  const auto describe = [&](cairo_pdf_metadata_t key, const std::string& value) {
    cairo_pdf_surface_set_metadata(s.surface, key, clean_text(value).c_str());
  };
  describe(CAIRO_PDF_METADATA_TITLE, metadata.title);
  describe(CAIRO_PDF_METADATA_AUTHOR, metadata.author);
  describe(CAIRO_PDF_METADATA_SUBJECT, metadata.subject);
  describe(CAIRO_PDF_METADATA_CREATOR, "kres");
  describe(CAIRO_PDF_METADATA_CREATE_DATE, iso_utc(metadata.created).substr(0, 19) + "Z");
  s.cairo = cairo_create(s.surface);
  s.fonts.reset(pango_cairo_font_map_new());
  pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(s.fonts.get()), 72);
  s.context.reset(pango_font_map_create_context(s.fonts.get()));
  pango_context_set_base_dir(s.context.get(), PANGO_DIRECTION_LTR);
  pango_context_set_language(s.context.get(),
                             pango_language_from_string(metadata.language.c_str()));
  pango_context_set_round_glyph_positions(s.context.get(), FALSE);
  cairo_font_options_t* options = cairo_font_options_create();
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options(s.context.get(), options);
  cairo_font_options_destroy(options);
}

Canvas::~Canvas() = default;

TextBlock Canvas::set(const RichText& text, double width, Align align) {
  TextBlock block;
  block.layout_->pango.reset(pango_layout_new(state_->context.get()));
  PangoLayout* layout = block.layout_->pango.get();
  PangoFontDescription* font = pango_font_description_from_string(kFamilies);
  // Spans state their own size; this one is for a paragraph of none.
  pango_font_description_set_size(font, units(text.empty() ? Style{}.size : text[0].style.size));
  pango_layout_set_font_description(layout, font);
  pango_font_description_free(font);
  std::string whole;
  PangoAttrList* attributes = pango_attr_list_new();
  for (const Span& span : text) {
    const std::size_t begin = whole.size();
    whole += clean_text(span.text);
    add_style(attributes, span.style, begin, whole.size());
  }
  pango_layout_set_text(layout, whole.data(), static_cast<int>(whole.size()));
  pango_layout_set_attributes(layout, attributes);
  pango_attr_list_unref(attributes);
  pango_layout_set_auto_dir(layout, FALSE);
  pango_layout_set_alignment(layout, alignment(align));
  pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width(layout, units(std::max(width, 1.0)));
  pango_layout_set_line_spacing(layout, 1.0);

  PangoRectangle ink, logical;
  pango_layout_get_extents(layout, &ink, &logical);
  block.natural_width_ = points(logical.width);
  block.baseline_ = points(pango_layout_get_baseline(layout));
  PangoLayoutIter* iter = pango_layout_get_iter(layout);
  do {
    int top = 0, bottom = 0;
    pango_layout_iter_get_line_yrange(iter, &top, &bottom);
    block.tops_.push_back(points(top));
  } while (pango_layout_iter_next_line(iter));
  pango_layout_iter_free(iter);
  block.tops_.push_back(points(logical.height));
  return block;
}

void Canvas::draw(const TextBlock& block, double x, double top) {
  draw_lines(block, 0, block.lines(), x, top);
}

void Canvas::draw_lines(const TextBlock& block, std::size_t first, std::size_t last, double x,
                        double top) {
  PangoLayoutIter* iter = pango_layout_get_iter(block.layout_->pango.get());
  for (std::size_t i = 0; i < last; ++i) {
    if (i >= first) {
      PangoRectangle logical;
      pango_layout_iter_get_line_extents(iter, nullptr, &logical);
      const double baseline = points(pango_layout_iter_get_baseline(iter)) - block.tops_[first];
      cairo_move_to(state_->cairo, x + points(logical.x), top + baseline);
      pango_cairo_show_layout_line(state_->cairo, pango_layout_iter_get_line_readonly(iter));
    }
    pango_layout_iter_next_line(iter);
  }
  pango_layout_iter_free(iter);
}

void Canvas::fill(const Box& box, Colour colour, double radius) {
  use(state_->cairo, colour);
  path(state_->cairo, box, radius);
  cairo_fill(state_->cairo);
}

void Canvas::outline(const Box& box, Colour colour, double line_width, double radius) {
  use(state_->cairo, colour);
  path(state_->cairo, box, radius);
  cairo_set_line_width(state_->cairo, line_width);
  cairo_stroke(state_->cairo);
}

void Canvas::line(double x1, double y1, double x2, double y2, Colour colour, double line_width) {
  use(state_->cairo, colour);
  cairo_move_to(state_->cairo, x1, y1);
  cairo_line_to(state_->cairo, x2, y2);
  cairo_set_line_width(state_->cairo, line_width);
  cairo_stroke(state_->cairo);
}

void Canvas::dot(double x, double y, double radius, Colour colour) {
  use(state_->cairo, colour);
  cairo_new_sub_path(state_->cairo);
  cairo_arc(state_->cairo, x, y, radius, 0, 2 * std::numbers::pi);
  cairo_fill(state_->cairo);
}

void Canvas::triangle(double x, double y, double size, bool points_right, Colour colour) {
  const double tip = points_right ? size : -size;
  use(state_->cairo, colour);
  cairo_move_to(state_->cairo, x, y - size * 0.8);
  cairo_line_to(state_->cairo, x + tip * 1.2, y);
  cairo_line_to(state_->cairo, x, y + size * 0.8);
  cairo_close_path(state_->cairo);
  cairo_fill(state_->cairo);
}

void Canvas::begin_tag(const char* name) { cairo_tag_begin(state_->cairo, name, nullptr); }
void Canvas::end_tag(const char* name) { cairo_tag_end(state_->cairo, name); }
void Canvas::next_page() { cairo_show_page(state_->cairo); }

Result<std::string> Canvas::finish() {
  cairo_show_page(state_->cairo);
  const cairo_status_t drawn = cairo_status(state_->cairo);
  cairo_surface_finish(state_->surface);
  const cairo_status_t written = cairo_surface_status(state_->surface);
  const cairo_status_t status = drawn ? drawn : written;
  if (status != CAIRO_STATUS_SUCCESS)
    return environment_error(std::string("the PDF could not be drawn: ") +
                             cairo_status_to_string(status));
  return with_language(std::move(state_->bytes), state_->language);
}

}  // namespace kres::report::pdf
