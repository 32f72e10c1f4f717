declare module "*.css";
declare module "*.html";
declare module "*.png";
