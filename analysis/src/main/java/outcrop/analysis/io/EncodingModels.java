package outcrop.analysis.io;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;

/// The languages and encodings that a guess knows.
///
/// Which characters a national standard counts among the frequent ones is read off the standard
/// itself: their codes come first. The most frequent ideographs and syllables stand here in order
/// of their frequency in newspapers.
final class EncodingModels {
  private static final String KANJI =
      "日一国会人年大十二本中長出三同時政事自行社見月分議後前民生連五発間対上部東者党地合市業内相方四定今回新場金員九入選立開手米力学問高代明実円関決"
          + "子動京全目表戦経通外最言氏現理調体化田当八六約主題下首意法不来作性的要用制治度務強気小七成期公持野協取都和統以機平総加山思家話世受区領多県続進正"
          + "安設保改数記院女初北午指権心界支第産結百派点教報済書府活原先共得解名交資予川向際査勝面委告軍文反元重近千考判認画海参売利組知案道信策集在件団別物側"
          + "任引使求所次水半品昨論計死官増係感特情投示変打男基私各始島直両朝革価式確村提運終挙果西";
  private static final String SIMPLIFIED =
      "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面"
          + "起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头"
          + "文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更"
          + "别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强";
  private static final String TRADITIONAL =
      "的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過發後作裡用道行所然家種事成方多經麼去法學如都同現當沒動面"
          + "起看定天分還進好小部其些主樣理心她本前開但因只從想實日軍者意無力它與長把機十民第公此已工使情明性知全三又關點正業外將兩高間由問很最重並物手應戰向頭"
          + "文體政美相見被利什二等產或新己制身果加西斯月話合回特代內信表化老給世位次度門任常先海通教兒原東聲提立及比員解水名真論處走義各入幾口認條平系氣題活爾更"
          + "別打女變四神總何電數安少報才結反受目太量再感建務做接必場件計管期市直德資命山金指克許統區保至隊形社便空決治展馬科司五基眼書非則聽白卻界達光放強";
  private static final String HANGUL =
      "이다는의에을가고지하를기로사도어은한서대자리인아시정일전나수해부스장그제보주라들있과원여선구세상성조관트면중미안국공소경비유동만우신오화연위모것내치거와진"
          + "실방물두무산발양계회드생역용르당년호";
  private static final String PUNCTUATION = "\u3000、。「」『』・ー（）！？，：；";
  private static final String TYPOGRAPHIC = "’‘“”–—…€«»";
  private static final String RUSSIAN = "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё";
  private static final String WESTERN = "éäüöàèßáíóçñêãúåøâæôîïûëìòùõœýðþÿšž";

  static final List<EncodingModel> ALL =
      List.of(western(), russian(), japanese(), simplified(), traditional(), korean());

  private EncodingModels() {}

  private static EncodingModel western() {
    return new EncodingModel(List.of("windows-1252"), true)
        .with(0.01, range('\u00A1', '\u00FF'))
        .with(0.01, "‚ƒ„†‡ˆ‰‹›•˜™ŒŽŸ")
        .with(0.05, "°§£©®½²³·±µ×¿¡ªº\u00A0¼¾´")
        .with(0.1, TYPOGRAPHIC)
        .ranked(0.09, WESTERN.toUpperCase(Locale.ROOT).replace("SS", ""))
        .ranked(0.75, WESTERN);
  }

  private static EncodingModel russian() {
    return new EncodingModel(List.of("windows-1251", "KOI8-R"), false)
        .with(0.005, range('\u0400', '\u045F'))
        .with(0.005, "ґҐіїєІЇЄ\u00A0")
        .with(0.02, TYPOGRAPHIC + "№„")
        .ranked(0.08, RUSSIAN.toUpperCase(Locale.ROOT))
        .ranked(0.89, RUSSIAN);
  }

  private static EncodingModel japanese() {
    return new EncodingModel(List.of("Shift_JIS", "EUC-JP", "windows-31j"), false)
        .with(0.0005, range('\uFF61', '\uFF9F'))
        .with(0.01, range('\uFF10', '\uFF5A'))
        .with(0.02, rows("EUC-JP", 48, 84))
        .with(0.15, rows("EUC-JP", 16, 47))
        .with(0.17, KANJI)
        .with(0.16, range('ァ', 'ヶ'))
        .with(0.42, range('ぁ', 'ん'))
        .with(0.07, PUNCTUATION);
  }

  private static EncodingModel simplified() {
    return new EncodingModel(List.of("GB18030"), false)
        .with(0.0005, range('ぁ', 'ヶ'))
        .with(0.01, range('\uFF10', '\uFF5A'))
        .with(0.02, rows("GB18030", 56, 87))
        .with(0.43, rows("GB18030", 16, 55))
        .with(0.45, SIMPLIFIED)
        .with(0.09, PUNCTUATION);
  }

  private static EncodingModel traditional() {
    return new EncodingModel(List.of("Big5", "Big5-HKSCS"), false)
        .with(0.01, range('\uFF10', '\uFF5A'))
        .with(0.02, big5(0xC9, 0xF9))
        .with(0.43, big5(0xA4, 0xC6))
        .with(0.45, TRADITIONAL)
        .with(0.09, PUNCTUATION);
  }

  private static EncodingModel korean() {
    return new EncodingModel(List.of("EUC-KR", "x-windows-949"), false)
        .with(0.01, rows("EUC-KR", 42, 93))
        .with(0.01, range('\uFF10', '\uFF5A'))
        .with(0.42, rows("EUC-KR", 16, 40))
        .with(0.53, HANGUL)
        .with(0.03, PUNCTUATION);
  }

  private static String range(char first, char last) {
    StringBuilder characters = new StringBuilder();
    for (char c = first; c <= last; c++) {
      characters.append(c);
    }
    return characters.toString();
  }

  /// The characters in some rows of a national standard of 94 × 94.
  private static String rows(String charset, int first, int last) {
    byte[] bytes = new byte[2 * 94 * (last - first + 1)];
    int at = 0;
    for (int row = first; row <= last; row++) {
      for (int cell = 1; cell <= 94; cell++) {
        bytes[at++] = (byte) (0xA0 + row);
        bytes[at++] = (byte) (0xA0 + cell);
      }
    }
    return decoded(bytes, charset);
  }

  private static String big5(int firstLead, int lastLead) {
    byte[] bytes = new byte[2 * 157 * (lastLead - firstLead + 1)];
    int at = 0;
    for (int lead = firstLead; lead <= lastLead; lead++) {
      for (int trail = 0x40; trail <= 0xFE; trail++) {
        if (trail <= 0x7E || trail >= 0xA1) {
          bytes[at++] = (byte) lead;
          bytes[at++] = (byte) trail;
        }
      }
    }
    return decoded(bytes, "Big5");
  }

  private static String decoded(byte[] bytes, String charset) {
    return Charset.isSupported(charset)
        ? new String(bytes, Charset.forName(charset)).replace("\uFFFD", "")
        : "\uFFFD";
  }
}
