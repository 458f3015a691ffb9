#include "annotate/language.h"

#include <gtest/gtest.h>

#include "annotate/tokens.h"

namespace dateline {
namespace {

std::vector<Diagnostic> Judged(std::string text) {
  auto article = std::make_shared<Article>();
  article->text = std::move(text);
  Document doc(article);
  TokenAnnotator().Annotate(doc);
  LanguageAnnotator().Annotate(doc);
  return doc.diagnostics;
}

std::string Times(std::string_view text, int n) {
  std::string out;
  for (int i = 0; i < n; ++i) out += text;
  return out;
}

TEST(Language, OtherLanguagesAreTold) {
  for (std::string_view sentence :
       {"Le ministre a déclaré lundi à Paris que la loi sur les ports ne serait pas votée avant "
        "mai. ",
        "Der Minister sagte am Montag in Berlin, was die Opposition war in der Sache will, sei "
        "teuer. ",
        "El ministro dijo el lunes en Lima que no firmará la ley sobre los puertos antes de mayo. ",
        "O ministro disse na segunda-feira em Lisboa que as leis do porto não serão votadas "
        "agora. ",
        "Il ministro ha detto lunedì a Roma che la legge sui porti non sarà votata prima di "
        "maggio. ",
        "De minister zei maandag in Den Haag dat de wet over de havens was uitgesteld, er had over "
        "gestemd moeten zijn. ",
        "Ministeren sagde mandag i Aarhus, at loven for havne over hele landet er udskudt for nu. ",
        "Bakan pazartesi günü Ankara'da liman yasasının mayıs ayından önce oylanmayacağını "
        "söyledi. ",
        "Menteri mengatakan pada hari Senin di Jakarta bahwa undang-undang itu belum akan "
        "disahkan. ",
        "Waziri alisema siku ya Jumatatu mjini Mombasa kwamba sheria ya bandari haitapigiwa kura. ",
        "Министр заявил в понедельник в Москве, что закон о портах не будет принят до мая. ",
        "قال الوزير يوم الاثنين في عدن إن قانون الموانئ لن يعرض للتصويت قبل شهر مايو المقبل . ",
        "मंत्री ने सोमवार को दिल्ली में कहा कि बंदरगाहों का कानून मई से पहले पारित नहीं होगा । ",
        "部长 星期一 在 上海 说 , 港口 法 不会 在 五月 之前 表决 , 反对派 对此 表示 不满 。 "}) {
    const std::vector<Diagnostic> odd = Judged(Times(sentence, 6));
    ASSERT_EQ(odd.size(), 1u) << sentence;
    EXPECT_EQ(odd[0].code, "language.other") << sentence;
  }
}

TEST(Language, EnglishIsNotNamedWhateverItIsAbout) {
  for (std::string_view sentence :
       {"The minister said on Monday in Kisumu that the law would not be voted on before May. ",
        "Police arrested 14 men in Malé, Haa Alif Atoll, after protests against fishing quotas. ",
        "UN envoy Zawadi Achieng-Odhiambo met Xiomara Villanueva, Ngozi Okonkwo and Cheng Liwei in "
        "Tegucigalpa; all three had backed the plan. "}) {
    EXPECT_TRUE(Judged(Times(sentence, 8)).empty()) << sentence;
  }
}

TEST(Language, ShortTextsAreNotJudged) {
  const std::string_view words = "neuf mots sont ici pour rien dans cette phrase longue ";
  EXPECT_TRUE(Judged(Times(words, 4) + "neuf mots sont ici pour rien dans cette phrase").empty());
  EXPECT_FALSE(Judged(Times(words, 5)).empty());
  EXPECT_TRUE(Judged("").empty());
  EXPECT_TRUE(Judged(Times("1,200 + 3 % ", 100)).empty());
}

TEST(Language, AFewWordsSaidAgainAndAgainAreNotJudged) {
  EXPECT_TRUE(Judged(Times("Talks. ", 200)).empty());
  EXPECT_TRUE(Judged(Times("Kenya beat Uganda. Uganda beat Kenya. ", 100)).empty());
}

}  // namespace
}  // namespace dateline
