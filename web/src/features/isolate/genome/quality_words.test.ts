// Every sentence of the engine on quality and contamination has words, and its numbers are kept.
import { describe, expect, it } from "vitest";
import { norwegian as texts } from "../../../i18n/test_texts";
import { quality_reason_text } from "./quality_words";

describe("reasons of the quality", () => {
  it.each([
    ["length:3.10 Mb, expected 4.9-6.5 Mb", "lengde 3,10 Mb, ventet 4,9-6,5 Mb"],
    ["length:0.90 Mb, at least 1.5 Mb", "lengde 0,90 Mb, minst 1,5 Mb"],
    ["gc:41.0 %, expected 56.0-58.5 %", "GC 41,0 %, ventet 56,0-58,5 %"],
    ["n50:12000 bp, at least 20000 bp", "N50 12000 bp, minst 20000 bp"],
    ["contigs:812, at most 500", "812 kontiger fra 500 bp, høyst 500"],
    ["n_percent:2.5 %, below 1 %", "2,5 % ukjente baser, under 1 %"],
    ["depth:12.5 x, at least 15 x", "dybde 12,5 x, minst 15 x"],
    ["mean_quality:18.25, at least 20", "gjennomsnittlig kvalitet 18,25, minst 20"],
    ["error_percent:7.5 %, at most 6 %", "7,5 % av basene er lest feil, høyst 6 %"],
    ["adapter_percent:12.3 %, below 5 %", "adapter i 12,3 % av avlesningene, under 5 %"],
    ["quality_offset_64", "kvaliteten er skrevet med gammelt nullpunkt (64) og kan ikke brukes"],
    ["one_quality:30", "alle baser har samme kvalitet (30), så den sier ingenting"],
    [
      "no_single_copy_locus",
      "ingen gener som alle genomer har i én kopi er målt, så ingenting kan sies å mangle",
    ],
    ["depth_used:60/95", "bare en del av avlesningene er brukt: dybde 60× av 95×"],
    ["second_alleles:4/13", "4 av 13 gener med én kopi viser to alleler"],
    [
      "second_genome:55/5689",
      "55 steder i genomet, ut over 5689 egne, har dybden til et annet genom",
    ],
    ["species_not_in_table", "arten har ingen kjent størrelse og GC"],
    [
      "4.2 % of 5210 sampled k-mers are known only from Escherichia coli",
      "4,2 % av 5210 utvalgte k-merer er bare kjent fra Escherichia coli",
    ],
    [
      "3 contigs with 2.1 % of all bases are of another species",
      "3 kontiger med 2,1 % av alle baser er fra en annen art",
    ],
    [
      "4 single-copy loci stand there twice with different bases",
      "4 gener som skal finnes i én kopi, finnes to ganger med ulike baser",
    ],
    ["two exact alleles of klebsiella/gapA 3,4", "to eksakte alleler av klebsiella/gapA 3,4"],
    ["a sentence of a later version", "a sentence of a later version"],
  ])("%s", (reason, words) => {
    expect(quality_reason_text(reason, texts)).toBe(words);
  });
});
