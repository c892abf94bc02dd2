-- The words that names are put together from. Order matters: the earlier, the more frequent.
SET VARIABLE surnames = string_split('王 李 张 刘 陈 杨 黄 赵 吴 周 徐 孙 马 朱 胡 郭 何 林 高 罗 郑 梁 谢 宋 唐 许 韩 冯 邓 曹 彭 曾 肖 田 董 潘 袁 蔡 蒋 余 于 杜 叶 程 魏 苏 吕 丁 任 卢 姚 沈 钟 姜 崔 谭 陆 范 汪 廖 石 金 韦 贾 夏 付 方 邹 熊 白 孟 秦 邱 侯 江 尹 薛 闫 段 雷 龙 黎 史 陶 贺 毛 郝 顾 龚 邵 万 覃 武 钱 戴 严 莫 孔 向 常 欧阳 上官 司徒 诸葛', ' ');
SET VARIABLE male_words = string_split('建 国 志 明 伟 强 军 磊 洋 勇 杰 涛 超 斌 鹏 浩 宇 轩 泽 晨 睿 博 文 俊 峰 海 波 林 辉 刚 健 平 东 永 安 成 华 庆 生 福 山 川 岳 恒 毅 诚 远 航 启 铭 松 柏 霖 渊 牧 野', ' ');
SET VARIABLE female_words = string_split('秀 英 桂 兰 玉 梅 丽 芳 敏 静 燕 艳 霞 娟 萍 红 云 莲 凤 琴 洁 婷 雪 慧 颖 琳 佳 欣 怡 梦 瑶 诗 涵 语 嫣 若 溪 晓 彤 思 宁 清 月 荷 薇 蕊 舒 雅 岚 秋 禾 苒 棠 芷 蓁', ' ');
SET VARIABLE streets = string_split('清源街道 兰溪街道 云岭街道 松涛街道 长堤街道 望湖街道', ' ');
-- community i belongs to street (i - 1) % 6 + 1
SET VARIABLE communities = string_split('清源社区 兰溪社区 云岭社区 松涛社区 长堤社区 望湖社区 柳渠社区 桂塘社区 石桥社区 白鹭社区 东畔社区 镜湖社区 新渠社区 竹园社区 半山社区 听松社区 南堤社区 莲塘社区 槐荫社区 溪口社区 茶岭社区 鹿鸣社区 北堤社区 湖心社区 永安渠社区 梅坞社区 望云社区 松岗脚社区 渔舟社区 芦荡社区 旧仓社区 孤山社区', ' ');
SET VARIABLE roads = string_split('明渠大道 兰台路 云锦路 松风路 长堤路 望湖路 柳浪街 桂香街 石桥巷 白鹭路 东篱路 镜心路 新渠路 竹影路 半山道 听涛路 南堰路 荷风路 槐安路 溪声路 茶马路 鹿苑路 北堰路 湖滨道 永济路 梅影路 观云路 松间路 渔歌路 芦花路 旧仓街 孤山路', ' ');
SET VARIABLE industries = string_split('制造业 批发和零售业 信息传输、软件和信息技术服务业 租赁和商务服务业 科学研究和技术服务业 住宿和餐饮业 建筑业 交通运输、仓储和邮政业 居民服务、修理和其他服务业 文化、体育和娱乐业 房地产业 教育 卫生和社会工作 水利、环境和公共设施管理业 农、林、牧、渔业 电力、热力、燃气及水生产和供应业 金融业 采矿业', ' ');
SET VARIABLE trades = string_split('精密制造 商贸 信息科技 企业管理 检测技术 餐饮管理 建筑工程 物流 家政服务 文化传播 置业 教育咨询 健康管理 环境科技 生态农业 新能源 融资担保 矿业', ' ');
SET VARIABLE company_words = string_split('明 渠 清 源 云 岭 松 涛 禾 澄 砺 衡 昱 垣 岚 湛 棠 岑 屿 鹭 汀 榕 樾 翊 珩 瑾 朔 霁 燊 堃 溯 沐 钧 铎 炜 彧 皓 璟 晟 宥 笙 箫 筑 觅 拓 驰 瀚 颂 谨 悦', ' ');
SET VARIABLE educations = string_split('初中 高中 本科 大专 小学 中专 硕士 文盲 博士', ' ');
SET VARIABLE dwellings = string_split('城中村 商品房 宿舍 公租房 自建房', ' ');
SET VARIABLE diseases = string_split('高血压 糖尿病 冠心病 骨质疏松 慢性支气管炎 脑卒中后遗症 慢性肾病 帕金森病 阿尔茨海默病 类风湿关节炎 肺结核 重症肌无力 运动神经元病', ' ');
