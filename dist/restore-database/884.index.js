export const id=884;export const ids=[884];export const modules={1884:(t,o,r)=>{r.d(o,{XMLParser:()=>e.A});var s=r(4);var e=r(302);const a={validate:s.t}}};
