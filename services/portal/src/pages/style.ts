/** The style of the plain pages: no picture, no font from elsewhere, light and dark, print, 320 px. */
export const style = `
:root{color-scheme:light dark}*{box-sizing:border-box}
body{margin:0 auto;max-width:60rem;padding:1rem;font:1rem/1.6 "Pretendard GOV",Pretendard,"Noto Sans KR",system-ui,sans-serif}
a{color:inherit}.skip{position:absolute;left:-99rem}.skip:focus{position:static}
header{display:flex;flex-wrap:wrap;gap:.5rem 1.5rem;align-items:baseline;justify-content:space-between;border-bottom:2px solid currentColor}
h1{font-size:1.4rem}h2{font-size:1.25rem;margin-top:2rem}h3{font-size:1.1rem}
.mark{border:1px solid currentColor;border-radius:.25rem;padding:0 .4rem;font-size:.85rem;white-space:nowrap}
ol.stages{list-style:none;padding:0;display:grid;gap:.5rem;grid-template-columns:repeat(auto-fit,minmax(9rem,1fr))}
ol.stages li{border-left:.35rem solid #8886;padding:.25rem .6rem}ol.stages li.now{border-color:#256ef4;font-weight:600}ol.stages li.past{border-left-style:double}
dl.facts{display:grid;grid-template-columns:max-content 1fr;gap:.1rem 1rem}dl.facts dd{margin:0}
.scroll{overflow-x:auto}table{border-collapse:collapse;width:100%;margin:1rem 0}caption{text-align:left;font-weight:600;padding:.35rem 0}
th,td{text-align:left;vertical-align:top;padding:.35rem .6rem;border-bottom:1px solid #8886}
.bad{font-weight:600;color:#b71c1c}@media(prefers-color-scheme:dark){.bad{color:#ff8a80}}`;
