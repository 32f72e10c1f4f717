export type * from "./actionTypes";
