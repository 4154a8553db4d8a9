#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the files of this folder anew. They are committed; this says how they came to be."""

import pathlib

HERE = pathlib.Path(__file__).parent

ENGLISH = ("First name,Last name,Company,Email,Country code,Phone,Extension,Address line 1,"
           "Address line 2,City,State or province,Postal code,Country")
JAPANESE = ("名,姓,会社名,メールアドレス,国コード,電話番号,内線番号,住所 1,住所 2,市区町村,都道府県,"
            "郵便番号,国")
GOOD = ("Hanako,Yamada,Example KK,hanako@example.com,81,03-1234-5678,,1-2-3 Marunouchi,,"
        "Chiyoda-ku,Tokyo,100-0005,JP")
OTHER = ("John,Smith,Example Inc.,john@example.com,1,(859) 232-2000,12,740 W New Circle Rd,,"
         "Lexington,KY,40550,US")
TAKAHASHI = ("一郎,髙橋,表示①株式会社,ichiro@example.jp,８１,０３－１２３４－５６７８,,丸の内１－２～３,,"
             "千代田区,東京都,１０００００５,日本")
KATAKANA = ("ﾊﾅｺ,ﾔﾏﾀﾞ,ｻﾝﾌﾟﾙ商店,,81,06-1234-5678,,梅田 1-1,大阪ビル 5F,大阪市,大阪府,530-0001,JP")


def change(row, column, cell):
    """The row with another cell in a column, counted from 1."""
    cells = row.split(",")
    cells[column - 1] = cell
    return ",".join(cells)


def write(name, *lines, encoding="utf-8", end="\n"):
    (HERE / name).write_bytes("".join(line + end for line in lines).encode(encoding))


# Encodings and line ends.
write("contacts-utf8.csv", ENGLISH, GOOD, OTHER)
write("contacts-bom-crlf.csv", JAPANESE, TAKAHASHI, KATAKANA, encoding="utf-8-sig", end="\r\n")
write("contacts-utf16le.csv", "\ufeff" + JAPANESE, TAKAHASHI, KATAKANA, encoding="utf-16-le",
      end="\r\n")
write("contacts-utf16be.csv", "\ufeff" + JAPANESE, TAKAHASHI, KATAKANA, encoding="utf-16-be")
write("contacts-utf16le-unmarked.csv", JAPANESE, TAKAHASHI, encoding="utf-16-le")
write("contacts-cp932.csv", JAPANESE, TAKAHASHI, KATAKANA, encoding="cp932", end="\r\n")
write("contacts-euc-jp.csv", ENGLISH, change(GOOD, 2, "山田"), encoding="euc-jp")
write("contacts-iso-2022-jp.csv", JAPANESE, change(GOOD, 2, "山田"), encoding="iso-2022-jp")
write("contacts-latin1.csv", ENGLISH, change(OTHER, 10, "São Paulo"), encoding="latin-1")
write("contacts-cr.csv", ENGLISH, GOOD, OTHER, end="\r")

# RFC 4180.
write("contacts-quotes.csv", ENGLISH,
      change(GOOD, 3, '"Example, ""Tokyo"" KK"'),
      change(GOOD, 8, '"1-2-3 Marunouchi\r\nBuilding A"'),
      change(OTHER, 6, '="0312345678"'),
      '"' + OTHER.replace(",", '","') + '"')
write("contacts-blank-tail.csv", ENGLISH, GOOD, "," * 12, "", "," * 12, OTHER, "," * 12, "," * 12)

write("contacts-crlf.csv", ENGLISH, GOOD, OTHER, end="\r\n")
write("contacts-bom.csv", ENGLISH, GOOD, OTHER, encoding="utf-8-sig")
write("contacts-no-end.csv", ENGLISH + "\n" + GOOD, end="")
write("contacts-mixed-ends.csv", ENGLISH + "\r\n" + GOOD + "\r" + OTHER + "\n" + KATAKANA, end="")
write("contacts-quoted-ends.csv", ENGLISH,
      change(GOOD, 8, '"1-2-3\nMarunouchi"'), change(GOOD, 8, '"1-2-3\rMarunouchi"'),
      change(GOOD, 8, '"1-2-3\r\nMarunouchi"'), OTHER)
write("contacts-quoted-header.csv", '"' + ENGLISH.replace(",", '","') + '"', GOOD)
write("contacts-formulas.csv", ENGLISH,
      change(change(GOOD, 6, '="0312345678"'), 12, '="1000005"'),
      change(change(OTHER, 1, '"=""John"""'), 6, '"=""8592322000"""'),
      change(GOOD, 3, "'=Example"), change(GOOD, 5, "'+81"))
write("contacts-300.csv", ENGLISH, *(change(GOOD, 1, f"Hanako {i}") for i in range(300)),
      *("," * 12 for _ in range(20)), end="\r\n")
write("contacts-rejected.csv", ENGLISH + ",Line,Column,Reason", GOOD + ",7,Phone,Wrong.",
      OTHER + ",8,,", change(GOOD, 6, "12") + ",9,Phone,Wrong.", GOOD, end="\r\n")
write("contacts-accepted.csv", ENGLISH,
      "ハナコ,山田,会社,,８１,（０３）１２３４－５６７８,１２,丸の内１,,千代田区,東京都,１００ー０００５,ＪＰ",
      "Ada,Lovelace,Engines,a＠example.com,44, 020 7946 0958 ,,12 St James’s Square,,London,,sw1y4jh,"
      "United Kingdom")
write("contacts-several.csv", ENGLISH, ",,,x,+81,1,a,,,,,,",
      GOOD, "a,b,c,,81,0312345678,,d,,e,,100-0005,JP")
(HERE / "contacts-nul.csv").write_bytes(
    "\n".join((ENGLISH, GOOD, change(GOOD, 3, "Exam\0ple"), OTHER, "")).encode())

# Files that are refused whole.
write("refused-semicolon.csv", ENGLISH.replace(",", ";"), GOOD.replace(",", ";"))
write("refused-tab.txt", ENGLISH.replace(",", "\t"), GOOD.replace(",", "\t"))
write("refused-tab-ja.csv", JAPANESE.replace(",", "\t"), TAKAHASHI.replace(",", "\t"),
      encoding="cp932", end="\r\n")
write("refused-semicolon-ja.csv", JAPANESE.replace(",", ";"), TAKAHASHI.replace(",", ";"),
      encoding="utf-8-sig", end="\r\n")
write("refused-extra-column.csv", ENGLISH + ",Fax", GOOD + ",1")
write("refused-order.csv", ENGLISH.replace("First name,Last name", "Last name,First name"), GOOD)
write("refused-missing-column.csv", ENGLISH.replace("Extension,", ""), GOOD)
write("refused-no-header.csv", GOOD, OTHER)
write("refused-301.csv", ENGLISH, *(change(GOOD, 1, f"Hanako {i}") for i in range(301)))
write("refused-blank.csv", "", " , ", end="\r\n")
write("refused-mark-only.csv", "\ufeff", end="")
write("refused-empty.csv")
write("refused-name.pdf", ENGLISH, GOOD)
(HERE / "refused-bytes.csv").write_bytes(
    (ENGLISH + "\n" + GOOD + "\n").encode() + b"\xff\xfe\x81\x20\n")
(HERE / "refused-picture.csv").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
(HERE / "refused-spreadsheet.csv").write_bytes(b"PK\x03\x04\x14\0\x06\0")

# One file a reason code; each has a good row, then a bad one.
CODES = {
    "required": change(GOOD, 3, " "),
    "too-long": change(GOOD, 10, "x" * 65),
    "not-digits": change(GOOD, 5, "+81"),
    "unknown-calling-code": change(GOOD, 5, "999"),
    "bad-phone": change(GOOD, 6, "123"),
    "bad-email": change(GOOD, 4, "hanako at example.com"),
    "bad-postal-code": change(GOOD, 12, "100"),
    "unknown-country": change(GOOD, 13, "Atlantis"),
    "control-character": change(GOOD, 8, "1-2-3\x07 Marunouchi"),
    "too-few-columns": GOOD.rsplit(",", 1)[0],
    "too-many-columns": GOOD + ",extra",
    "unclosed-quote": change(GOOD, 10, '"Chiyoda-ku'),
}
for code, row in CODES.items():
    write(f"code-{code}.csv", ENGLISH, OTHER, row)

# Fleet lists.
FLEET = ("Serial number,Model,Organization,IP address,Host name,Location,Asset tag,Firmware,"
         "Average monthly pages,Lexmark Managed,Agent,Agent kind,Agent version,Communication")
FLEET_JA = ("シリアル番号,機種,会社,IP アドレス,ホスト名,設置場所,資産タグ,ファームウェア,平均印字ページ数,"
            "Lexmark マネージド,エージェント,エージェントの種類,エージェントのバージョン,通信状態")
write("fleet.csv", FLEET,
      '7527aa01,Lexmark CX735adse,,10.0.0.1,prn-1,"Tokyo, 3F",A-1,CXTZJ.221.043,"1,234",,'
      "Agent 1,Fleet Agent,1.3.10,Communicating",
      "７５２７ａａ０２,lexmark MX431adn,,2001:DB8:0:0::1,prn-2,,,,１２,MPS Express,,,,Not communicating",
      "7527AA03,XC4342,Example KK,,,,,,,Registration failed,Agent 2,Native Agent,,")
write("fleet-ja.csv", FLEET_JA,
      "7527BB01,CX735adse,,10.0.0.1,,東京本社 ３階,,,1200,MPS Express(保留中),,,,通信中",
      "7527BB02,MX431adn,,,,ﾅｺﾞﾔ支店,,,,,エージェント 1,Fleet Agent,1.3.2,非通信",
      encoding="cp932", end="\r\n")
write("fleet-headers.csv", "ｍｏｄｅｌ ,Colour,serialNUMBER,ＩＰ アドレス,Toner", "MX431adn,x,7527CC01,,y")
write("fleet-no-serial.csv", "Model,IP address", "MX431adn,10.0.0.1")
write("fleet-semicolon.csv", "Serial number;Model", "7527CC01;MX431adn")
write("fleet-twice.csv", "Serial number,Model,シリアル番号", "7527CC01,MX431adn,7527CC02")
write("fleet-problems.csv", FLEET,
      "7527DD01,MX431adn" + "," * 12,
      ",,Example KK" + "," * 11,
      "x" * 65 + ",MX431adn,,300.1.1.1,,,,,many,Perhaps,,Robot,1.x,Sometimes",
      "7527dd01,MX431adn" + "," * 12,
      "7527DD02,MX431adn",
      "7527DD03,MX431adn" + "," * 13,
      "7527DD04,MX4\x0131adn" + "," * 12,
      "7527DD05,MX431adn,,,,,,,10000001,,,,,",
      "",
      "7527DD06,MX431adn" + "," * 12,
      "7527DD07,MX431adn,\"" + "," * 11)
