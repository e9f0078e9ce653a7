namespace FinInvest.Graph.Ingest.Drafting;

/// <summary>Words by which banks head their columns, in English, Russian and Kazakh, small letters. The longest word found in a header decides.</summary>
internal static class HeaderWords
{
    private static readonly (string Role, string[] Words)[] Columns =
    [
        ("booking_day", ["booking date", "booking day", "bookingdate", "posting date", "transaction date", "operation date", "entry date", "date", "timestamp", "createtime", "create time", "step",
            "дата проводки", "дата операции", "дата транзакции", "дата документа", "дата платежа", "дата", "күні", "операция күні", "төлем күні", "құжат күні"]),
        ("value_day", ["value date", "value day", "valuedate", "settlement date", "дата валютирования", "дата зачисления", "дата исполнения", "валюталау күні"]),
        ("debit", ["debit amount", "debit turnover", "withdrawals", "withdrawal", "money out", "paid out", "debit", "debits", "сумма по дебету", "оборот по дебету", "дебетовый оборот", "дебет",
            "расход", "списание", "списано", "шығыс", "дебет бойынша", "шығарылды"]),
        ("credit", ["credit amount", "credit turnover", "deposits", "deposit", "money in", "paid in", "credit", "credits", "сумма по кредиту", "оборот по кредиту", "кредитовый оборот", "кредит",
            "приход", "зачисление", "зачислено", "поступление", "кіріс", "кредит бойынша", "түсті"]),
        ("direction", ["debit/credit", "credit/debit", "dr/cr", "cr/dr", "d/c", "c/d", "direction", "indicator", "sign", "дт/кт", "д/к", "дебет/кредит", "признак", "тип операции (д/к)", "дт/кт белгісі", "белгі"]),
        ("amount_credited", ["amount credited", "credited amount", "amount received", "receiving amount", "сумма зачисления", "сумма получателя"]),
        ("amount", ["transaction amount", "amount paid", "payment amount", "amount", "amt", "sum", "сумма операции", "сумма платежа", "сумма в валюте счета", "сумма", "сомасы", "сома", "төлем сомасы"]),
        ("currency", ["payment currency", "currency", "ccy", "curr", "валюта", "валюта счета", "код валюты", "шот валютасы", "валютасы"]),
        ("currency_credited", ["receiving currency", "currency credited", "currency received", "валюта зачисления", "валюта получателя"]),
        ("balance", ["running balance", "balance after", "closing balance", "balance", "исходящий остаток", "остаток после операции", "остаток", "баланс", "сальдо", "қалдық", "қалдығы", "шығыс қалдық"]),
        ("from_balance_before", ["oldbalanceorig", "balance before of sender", "остаток отправителя до"]),
        ("from_balance", ["newbalanceorig", "balance after of sender", "остаток отправителя после"]),
        ("to_balance_before", ["oldbalancedest", "balance before of receiver", "остаток получателя до"]),
        ("to_balance", ["newbalancedest", "balance after of receiver", "остаток получателя после"]),
        ("from", ["from account", "from account id", "fromid", "from id", "sender account", "debtor account", "payer account", "originator account", "nameorig", "src", "source account", "from",
            "счет отправителя", "счёт отправителя", "иик отправителя", "счет плательщика", "счёт плательщика", "иик плательщика", "счет дебета", "жіберуші шоты", "жіберушінің шоты", "төлеуші шоты"]),
        ("to", ["to account", "to account id", "toid", "to id", "receiver account", "creditor account", "beneficiary account", "payee account", "namedest", "dst", "destination account", "to",
            "счет получателя", "счёт получателя", "иик получателя", "счет бенефициара", "счёт бенефициара", "иик бенефициара", "счет кредита", "алушы шоты", "алушының шоты", "бенефициар шоты"]),
        ("account", ["account number", "account no", "account", "iban", "номер счета", "номер счёта", "лицевой счет", "счет клиента", "счет", "счёт", "иик", "шот нөмірі", "шот", "жск"]),
        ("counterparty", ["counterparty account", "correspondent account", "contra account", "partner account", "other account", "счет контрагента", "счёт контрагента", "счет корреспондента",
            "счёт корреспондента", "корреспондирующий счет", "иик контрагента", "иик корреспондента", "контрагент шоты", "корреспондент шоты"]),
        ("counterparty_name", ["counterparty name", "counterparty", "correspondent", "beneficiary", "payee", "payer", "partner", "наименование контрагента", "контрагент", "наименование корреспондента",
            "корреспондент", "наименование получателя", "получатель", "наименование отправителя", "отправитель", "плательщик", "бенефициар", "контрагент атауы", "алушы", "жіберуші"]),
        ("reference", ["bank reference", "entry reference", "reference", "ref", "референс", "номер документа", "№ документа", "номер операции", "құжат нөмірі", "құжат №", "референсі"]),
        ("end_to_end_id", ["end-to-end id", "end to end id", "endtoendid", "uetr"]),
        ("id", ["transaction id", "tx id", "txn id", "transaction number", "id", "идентификатор", "ид операции"]),
        ("fee", ["fee", "commission", "charge", "комиссия", "комиссиясы"]),
        ("text", ["payment details", "remittance information", "description", "details", "purpose", "narrative", "comment", "назначение платежа", "назначение", "основание", "описание",
            "детали платежа", "комментарий", "төлем мақсаты", "төлемнің мақсаты", "мақсаты", "сипаттама"]),
    ];

    private static readonly (string Is, string[] Starts)[] Lines =
    [
        ("opening", ["Входящий остаток", "Входящее сальдо", "Остаток на начало", "Сальдо на начало", "Начальный остаток", "Opening balance", "Balance brought forward", "Кіріс қалдығы", "Бастапқы қалдық", "Кезең басындағы қалдық"]),
        ("closing", ["Исходящий остаток", "Исходящее сальдо", "Остаток на конец", "Сальдо на конец", "Конечный остаток", "Closing balance", "Balance carried forward", "Шығыс қалдығы", "Соңғы қалдық", "Кезең соңындағы қалдық"]),
        ("skip", ["Итого", "Всего", "Обороты", "Total", "Totals", "Turnover", "Барлығы", "Жиыны", "Айналым"]),
        ("account", ["Номер счета", "Номер счёта", "Лицевой счет", "Счет", "Счёт", "ИИК", "Account number", "Account", "IBAN", "Шот нөмірі", "Шот", "ЖСК"]),
    ];

    private static readonly string[] Debits = ["d", "dr", "dbit", "debit", "out", "д", "дт", "дебет", "расход", "списание", "шығыс"];
    private static readonly string[] Credits = ["c", "cr", "crdt", "credit", "in", "к", "кт", "кредит", "приход", "зачисление", "кіріс"];

    /// <summary>Role and length of the word that decided; length 0 = none of our words.</summary>
    public static (string Role, int Length) RoleOf(string header)
    {
        var text = header.ToLowerInvariant().Replace('_', ' ').Trim();
        var best = (Role: "", Length: 0);
        foreach (var (role, words) in Columns)
        {
            foreach (var word in words)
            {
                // A whole header beats any part of one; short words count only as whole words.
                var length = text == word ? 1000 + word.Length : word.Length > best.Length && HasWord(text, word) ? word.Length : 0;
                if (length > best.Length)
                {
                    best = (role, length);
                }
            }
        }

        return best;
    }

    /// <summary>What a line that begins like this states, and the words it begins with; "" = it is none of ours.</summary>
    public static (string Is, string Starts) LineOf(string cell)
    {
        foreach (var (kind, starts) in Lines)
        {
            foreach (var word in starts)
            {
                if (cell.StartsWith(word, StringComparison.OrdinalIgnoreCase))
                {
                    return (kind, word);
                }
            }
        }

        return ("", "");
    }

    public static bool IsDebit(string word) => Debits.Contains(word, StringComparer.OrdinalIgnoreCase);
    public static bool IsCredit(string word) => Credits.Contains(word, StringComparer.OrdinalIgnoreCase);

    private static bool HasWord(string text, string word)
    {
        var at = text.IndexOf(word, StringComparison.Ordinal);
        return at >= 0 && (at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (at + word.Length == text.Length || !char.IsLetterOrDigit(text[at + word.Length]));
    }
}
