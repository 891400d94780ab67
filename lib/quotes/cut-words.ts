/**
 * The words by which a sentence takes back, limits or attributes what it says, a row a language. Each entry is a
 * pattern (regular expression source) that stands between word boundaries. English is meant to be complete for news;
 * Ukrainian and Russian are a start. All rows are read together: a quote may be of any language.
 */
export type CutWords = {
  language: string;
  /** Whose words they are. */
  attribution: readonly string[];
  /** What is not asserted as certain. */
  hedge: readonly string[];
  /** What bounds a number and stands before it. */
  beforeNumber: readonly string[];
  /** What bounds a number and stands after it. */
  afterNumber: readonly string[];
  /** Numbers in words. */
  number: readonly string[];
  negation: readonly string[];
  /** What joins the last member of a list. */
  and: readonly string[];
  /** What a list often follows. */
  listLead: readonly string[];
  /** What begins another clause, with and without a comma before it. */
  afterComma: readonly string[];
  conjunction: readonly string[];
};

export const cutWords: readonly CutWords[] = [
  {
    language: "en",
    attribution: [
      "sa(?:id|ys?|ying)",
      "t(?:old|ells?)",
      "report(?:ed|s)",
      "claim(?:ed|s)",
      "alleg(?:ed|es)",
      "stat(?:ed|es)",
      "argu(?:ed|es)",
      "announc(?:ed|es)",
      "confirm(?:ed|s)",
      "wr(?:ote|ites)",
      "tweeted|posted",
      "insist(?:ed|s)",
      "suggest(?:ed|s)",
      "warn(?:ed|s)",
      "testif(?:ied|ies)",
      "estimat(?:ed|es)",
      "believ(?:ed|es?)",
      "predict(?:ed|s)",
      "promis(?:ed|es)",
      "acknowledg(?:ed|es)",
      "add(?:ed|s) that",
      "ask(?:ed|s)",
      "characteri[sz](?:ed|es)",
      "describ(?:ed|es)",
      "maintain(?:ed|s) that",
      "according to",
      "in the (?:words|view|opinion) of",
      "citing|quoting|quoted",
    ],
    hedge: [
      "reportedly|allegedly|supposedly|apparently|purportedly|ostensibly|seemingly",
      "possibly|perhaps|maybe|probably|likely|potentially|presumably|arguably",
      "may(?! \\d)|might|could",
      "appear(?:s|ed)?|seem(?:s|ed)?|tend(?:s|ed)? to",
      "suspected|alleged|purported|so-called|rumou?red|unconfirmed|unverified|disputed",
      "(?:believed|thought|said|expected|understood|considered|assumed) to",
      "if confirmed|as if|if true|unless|in theory|on paper",
      "partly|in part|sometimes|often|usually|mostly|largely|virtually|practically",
    ],
    beforeNumber: [
      "almost|nearly|about|around|roughly|approximately|some|circa",
      "at (?:least|most)|up to|close to|as (?:much|many|few|little|high|low) as|an estimated",
      "(?:more|less|fewer|no more|no less|no fewer|greater|higher|lower) than",
      "over|under|above|below|only|just|barely|hardly|a maximum of|a minimum of|not even",
    ],
    afterNumber: ["or (?:more|less|so|fewer)", "at (?:least|most)", "and (?:more|counting)", "give or take"],
    number: [
      "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety",
      "half|quarter|a third|hundreds?|thousands?|millions?|billions?|trillions?|dozens?|all|every",
    ],
    negation: [
      "not(?! only)|never|no longer|nobody|no one|none|nothing|neither|nor|cannot|without",
      "\\p{L}+n['’]t",
      "den(?:y|ied|ies|ying)|refus(?:ed|es|ing)|reject(?:ed|s|ing)|fail(?:ed|s) to|declin(?:ed|es) to",
      "false|falsely|untrue|hoax|fake|baseless|unfounded|debunked|hardly|scarcely|rarely|no evidence",
    ],
    and: ["and", "or", "as well as", "plus"],
    listLead: [
      "from|like|including|includes?|as|between|both|of|with|in|to|for|by|either|neither|namely|against",
    ],
    afterComma: ["and|but|while|whereas|although|though|because|which|who|yet|so|after|before|when"],
    conjunction: ["but|while|whereas|although|though|because"],
  },
  {
    language: "uk",
    attribution: [
      "сказа(?:в|ла|ли)|заяви(?:в|ла|ли)|повідоми(?:в|ла|ли)|розпові(?:в|ла|ли)|стверджу(?:є|ють)|написа(?:в|ла|ли)",
      "за словами|за даними|за інформацією|на думку|як пише|як повідомля(?:є|ють)|посилаючись на",
    ],
    hedge: ["можливо|ймовірно|нібито|мабуть|начебто|імовірно|може бути|міг|могла|могли|підозрюван(?:ий|а|і)"],
    beforeNumber: [
      "майже|близько|приблизно|понад|більш(?:е)?(?: ніж)?|менш(?:е)?(?: ніж)?|щонайменше|щонайбільше|до|лише|тільки",
    ],
    afterNumber: ["або більше|або менше"],
    number: ["сот(?:ні|ень)|тисяч(?:а|і)?|мільйон(?:и|ів)?|мільярд(?:и|ів)?|десятк(?:и|ів)"],
    negation: [
      "не|ні|ніколи|ніхто|нічого|жод(?:ен|на|ного)|немає|без|запереч(?:ує|ив|ила|или)|спросту(?:вав|вала|вали)|фейк",
    ],
    and: ["і", "й", "та", "або", "чи"],
    listLead: ["з|із|зокрема|включно з|серед|між|для|від"],
    afterComma: ["але|а|проте|однак|хоча|бо|який|яка|які|коли"],
    conjunction: ["але|проте|однак|хоча|бо"],
  },
  {
    language: "ru",
    attribution: [
      "сказал[аи]?|заявил[аи]?|сообщил[аи]?|рассказал[аи]?|утвержда(?:ет|ют)|написал[аи]?|подтвердил[аи]?",
      "по словам|по данным|по информации|по мнению|как пишет|как сообща(?:ет|ют)|со ссылкой на|ссылаясь на",
    ],
    hedge: [
      "возможно|вероятно|якобы|видимо|по-видимому|предположительно|может быть|мог(?:ла|ли)?|подозреваем(?:ый|ая|ые)",
    ],
    beforeNumber: [
      "почти|около|примерно|свыше|более|больше|менее|меньше|не менее|не более|как минимум|до|лишь|только",
    ],
    afterNumber: ["или больше|или меньше"],
    number: ["сот(?:ни|ен)|тысяч[аи]?|миллион(?:а|ов|ы)?|миллиард(?:а|ов|ы)?|десятк(?:и|ов)"],
    negation: ["не|ни|никогда|никто|ничего|ни один|нет|без|отрица(?:ет|ют|л|ла|ли)|опроверг(?:ла|ли)?|фейк"],
    and: ["и", "или", "а также"],
    listLead: ["из|с|в том числе|включая|среди|между|для|от"],
    afterComma: ["но|а|однако|хотя|потому что|который|которая|которые|когда"],
    conjunction: ["но|однако|хотя|потому что"],
  },
];
