import { decimalsOf, type Figure } from "../figure";
import type { PublishedCase } from "./publishedCase";

const YEAR = (year: number) => `DATE(${year},1,1),DATE(${year},12,31)`;
const RIGHTS = '{36951,"rights",100,5,11}'; // March 1, 2001
const NOVEMBER_14 = '{"Date","Kind","Quantity";37939,"issue",235849}';
const ISSUES_2003 =
  '{37939,"issue",235849;37960,"issue",21735;37964,"issue",45455;37974,"issue",45455;37978,"issue",28302;' +
  '37978,"issue",22727;37978,"issue",45455;37978,"issue",45455;37978,"issue",22727;37984,"issue",70755}';
const weighted2003 = (serial: number, quantity: number) =>
  `=ROUND(WEIGHTEDSHARES(${YEAR(2003)},0,{${serial},"issue",${quantity}}),0)`;
/** IAS 33 IE10: what the parent earns from the subsidiary's shares, warrants and preference shares, diluted against basic. */
const SUBSIDIARY =
  '{"Security","Type","Number","Exercise price","Average price","Add-back";"Warrants","warrant",150,10,20,0;"Preference","convertible preferred",400,"","",400}';
const SUB_BASIC = "BASICEPS(5400,1000,400,12)";
const SUB_DILUTED = `DILUTEDEPS(5400,1000,${SUBSIDIARY},400,12)`;
const PARENT_BASIC = `(12000+800*${SUB_BASIC}+300*1)`;
const PARENT_LOSS = `(800*${SUB_DILUTED}+INCREMENTALSHARES(30,10,20)*${SUB_DILUTED}+300*${SUB_DILUTED}-800*${SUB_BASIC}-300*1)`;

/** Cases that a source works out step by step: for each step the formula of a user who has these functions. */
const FORMULAS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "FAS128-PARA24": {
    issued:
      '=100+DILUTEDSHARES(1,1,{"Security","Type","Number","Exercise price","Average price";"Puts","written put",100,25,20})-1',
    incremental:
      '=DILUTEDSHARES(1,1,{"Security","Type","Number","Exercise price","Average price";"Puts","written put",100,25,20})-1',
  },
  "IAS33-A10": {
    issued:
      '=120+DILUTEDSHARES(1,1,{"Security","Type","Number","Exercise price","Average price";"Puts","written put",120,35,28})-1',
    incremental:
      '=DILUTEDSHARES(1,1,{"Security","Type","Number","Exercise price","Average price";"Puts","written put",120,35,28})-1',
  },
  // The imputed dividend of a year is the year's accretion: what BASICEPS deducts as preferredDividends.
  "IAS33-IE1": {
    d1: "=-BASICEPS(0,1,100/1.07^3*0.07)",
    d2: "=-BASICEPS(0,1,100/1.07^2*0.07)",
    d3: "=-BASICEPS(0,1,100/1.07*0.07)",
  },
  "IAS33-IE3": {
    eps_20X1: `=BASICEPS(600,WEIGHTEDSHARES(${YEAR(2001)},200,{37165,"stock dividend","200%"},"months"))`,
    eps_20X0: `=BASICEPS(180,WEIGHTEDSHARES(${YEAR(2000)},200,{37165,"stock dividend","200%"},"months"))`,
  },
  "IAS33-IE4": {
    terp: `=ROUND(11*500/WEIGHTEDSHARES(${YEAR(2000)},500,${RIGHTS},"months"),2)`,
    factor: `=ROUND(WEIGHTEDSHARES(${YEAR(2000)},500,${RIGHTS},"months")/500,2)`,
    eps_20X0_orig: `=BASICEPS(1100,WEIGHTEDSHARES(${YEAR(2000)},500))`,
    eps_20X0: `=BASICEPS(1100,WEIGHTEDSHARES(${YEAR(2000)},500,${RIGHTS},"months"))`,
    eps_20X1: `=BASICEPS(1500,WEIGHTEDSHARES(${YEAR(2001)},500,${RIGHTS},"months"))`,
    eps_20X2: `=BASICEPS(1800,WEIGHTEDSHARES(${YEAR(2002)},500,${RIGHTS},"months",DATE(2001,1,1)))`,
  },
  "IAS33-IE5": {
    basic: "=BASICEPS(1200000,500000)",
    at_market: "=100000-INCREMENTALSHARES(100000,15,20)",
    dsh: '=DILUTEDSHARES(1200000,500000,{"Security","Type","Number","Exercise price","Average price";"Options","option",100000,15,20})',
    diluted:
      '=DILUTEDEPS(1200000,500000,{"Security","Type","Number","Exercise price","Average price";"Options","option",100000,15,20})',
  },
  "IAS33-IE5A": {
    svc: "=BASICEPS(1200,1000)",
    adj_strike: "=15+BASICEPS(1200,1000)",
  },
  "IAS33-IE6": {
    basic: "=BASICEPS(1004,1000)",
    num: '=VLOOKUP("Diluted",DILUTIONSTEPS(1004,1000,{"Security","Type","Number","Conversion ratio","Add-back","Tax rate";"Bonds","convertible debt",100,0.3,10,0.4}),5,FALSE)',
    dsh: '=DILUTEDSHARES(1004,1000,{"Security","Type","Number","Conversion ratio","Add-back","Tax rate";"Bonds","convertible debt",100,0.3,10,0.4})',
    diluted:
      '=DILUTEDEPS(1004,1000,{"Security","Type","Number","Conversion ratio","Add-back","Tax rate";"Bonds","convertible debt",100,0.3,10,0.4})',
  },
  "IAS33-IE8": {
    basic: "=BASICEPS(1000000,1200000)",
    diluted:
      '=DILUTEDEPS(1000000,1200000,{"Security","Type","Number","Conversion ratio","Add-back";"Bonds","convertible debt",2000,250,166331})',
  },
  "IAS33-IE10": {
    sub_basic: "=BASICEPS(5400,1000,400)",
    winc: "=INCREMENTALSHARES(150,10,20)",
    sub_dil: `=DILUTEDEPS(5400,1000,${SUBSIDIARY},400)`,
    basic: `=BASICEPS(${PARENT_BASIC},10000)`,
    d1: `=800*DILUTEDEPS(5400,1000,${SUBSIDIARY},400)`,
    d2: `=ROUND(INCREMENTALSHARES(30,10,20)*DILUTEDEPS(5400,1000,${SUBSIDIARY},400),0)`,
    d3: `=300*DILUTEDEPS(5400,1000,${SUBSIDIARY},400)`,
    diluted: `=BASICEPS(${PARENT_BASIC}+${PARENT_LOSS},10000)`,
  },
  "SEC-925043-FY2003": {
    w_Nov14: `=ROUND(WEIGHTEDSHARES(${YEAR(2003)},0,${NOVEMBER_14}),0)`,
    w_Dec5: weighted2003(37960, 21735),
    w_Dec9: weighted2003(37964, 45455),
    w_Dec19: weighted2003(37974, 45455),
    w_Dec23a: weighted2003(37978, 28302),
    w_Dec23b: weighted2003(37978, 22727),
    w_Dec23c: weighted2003(37978, 45455),
    w_Dec23d: weighted2003(37978, 45455),
    w_Dec23e: weighted2003(37978, 22727),
    w_Dec29: weighted2003(37984, 70755),
    basicShares: `=ROUND(WEIGHTEDSHARES(${YEAR(2003)},5661002,${ISSUES_2003}),0)`,
    dilutedShares: `=ROUND(DILUTEDSHARES(1,WEIGHTEDSHARES(${YEAR(2003)},5661002,${ISSUES_2003}),91614),0)`,
  },
  "SEC-798287-Q3-2000": {
    rep: "=ROUND(201648-INCREMENTALSHARES(201648,0,9.42,1334703),0)",
    inc: "=ROUND(INCREMENTALSHARES(201648,0,9.42,1334703),0)",
    dsh: '=ROUND(DILUTEDSHARES(1343638,8465309,{"Type","Number","Average price","Unrecognized cost";"RSU",201648,9.42,1334703}),0)',
    eps: '=DILUTEDEPS(1343638,8465309,{"Type","Number","Average price","Unrecognized cost";"RSU",201648,9.42,1334703})',
    rep9: "=ROUND(214834-INCREMENTALSHARES(214834,0,9.633,1410923),0)",
    inc9: "=ROUND(INCREMENTALSHARES(214834,0,9.633,1410923),0)",
    dsh9: '=ROUND(DILUTEDSHARES(6291711,8449861,{"Type","Number","Average price","Unrecognized cost";"RSU",214834,9.633,1410923}),0)',
    eps9: '=DILUTEDEPS(6291711,8449861,{"Type","Number","Average price","Unrecognized cost";"RSU",214834,9.633,1410923})',
  },
  "TB-CFA-EX8": { eps: "=BASICEPS(1950000,1500000)" },
  "TB-CFA-EX13": {
    rep: "=ROUND(30000-INCREMENTALSHARES(30000,35,55),0)",
    inc: "=ROUND(INCREMENTALSHARES(30000,35,55),0)",
    basic: "=BASICEPS(2300000,800000)",
    diluted: "=DILUTEDEPS(2300000,800000,INCREMENTALSHARES(30000,35,55))",
  },
  "TB-PAS33-31-1": { eps: "=BASICEPS(900000,100000,50000)" },
  "TB-PAS33-31-2": { eps: "=BASICEPS(1920000,220000,200000)" },
  "TB-ROBERT": { eps_cents: "=BASICEPS(1200*100,7500,,1)" },
  "TB-ACOWTANCY": {
    terp: `=ROUND(10*5/WEIGHTEDSHARES(${YEAR(2000)},5,{36951,"rights",2,4,10},"months"),2)`,
  },
  "TB-RSU-UNRECOG": {
    rep1: "=2000-INCREMENTALSHARES(2000,0,15,24000)",
    inc1: "=INCREMENTALSHARES(2000,0,15,24000)",
    rep2: "=2000-INCREMENTALSHARES(2000,0,15,18000)",
    inc2: "=INCREMENTALSHARES(2000,0,15,18000)",
  },
  "TB-FINCAL": { eps: "=BASICEPS(10000,11000,1000,7)" },
  // Buy-backs are given; at a price of 10 they are proceeds of 700, 300, 1,200 and -400.
  "TB-SOS-RECON": {
    A: "=INCREMENTALSHARES(100,8,10,-100)",
    B_underwater: "=INCREMENTALSHARES(100,12,10,-900)",
    C: "=INCREMENTALSHARES(100,8,10,400)",
    D: "=INCREMENTALSHARES(100,0,10,-400)",
    total_dilutive: "=SUM(INCREMENTALSHARES({100;100;100;100},{8;12;8;0},10,{-100;-900;400;-400}))",
  },
};

export function stepFigures({ id, printed = {}, exceptions = [] }: PublishedCase): Figure[] {
  return Object.entries(printed).map(([name, figure]): Figure => {
    const formula = FORMULAS[id]?.[name];
    if (!formula) throw new Error(`${id}: no formula for the step ${name}`);
    const exception = exceptions.find(({ what }) => what === name);
    if (!exception) return { what: name, formula, printed: figure };
    const ours = exception.computed.toFixed(decimalsOf(figure));
    return {
      what: name,
      formula,
      printed: figure,
      ours,
      why: "the source takes the difference of two rounded figures",
    };
  });
}
